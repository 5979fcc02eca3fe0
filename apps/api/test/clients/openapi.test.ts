import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { text } from './stored.ts';

test('the document is valid OpenAPI 3.1', async () => {
  const document = JSON.parse(await text('/openapi.json')) as Record<string, unknown>;
  const validator = new Validator();
  const result = await validator.validate(document);
  expect(result.errors ?? []).toEqual([]);
  expect(validator.version).toBe('3.1');
});
