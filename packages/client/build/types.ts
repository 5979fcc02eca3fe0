import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** Writes the types of every path from the OpenAPI document the API was built with. */
const document = JSON.parse(
  readFileSync(new URL(import.meta.resolve('@peninsula/api/openapi.json')), 'utf8'),
) as OpenAPI3;
const folder = join(import.meta.dirname, '../src/generated');
mkdirSync(folder, { recursive: true });
const file = join(folder, 'paths.ts');
writeFileSync(
  `${file}.next`,
  `/* Generated from the API’s OpenAPI document; run the build to renew. */\n${astToString(await openapiTS(document))}`,
);
renameSync(`${file}.next`, file);
