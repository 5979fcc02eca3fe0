import { MODEL_CARDS } from '@peninsula/data/models/cards';
import { nearest } from '@peninsula/data/query';
import { Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import { answer, unknownParameters } from '../respond/answer.ts';
import { splitExtension } from '../respond/format.ts';
import { badQuery, problem } from '../respond/problem.ts';

/** `/v1/models`: the model cards, as data. */
export function models(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/models', (c) => {
    const problems = unknownParameters(c, []);
    if (problems.length > 0) return badQuery(c, problems);
    return answer(c, {
      service,
      formats: ['json'],
      extension: undefined,
      query: '',
      find: () => ({ rows: MODEL_CARDS.map((card) => service.rows.plain(card)), total: MODEL_CARDS.length }),
    });
  });

  app.get('/models/:id', (c) => {
    const { id, extension } = splitExtension(c.req.param('id'));
    const card = MODEL_CARDS.find((one) => one.id === id);
    if (!card) {
      return problem(c, 404, 'not-found', `There is no model ${JSON.stringify(id.slice(0, 40))}.`, {
        nearest: nearest(
          id,
          MODEL_CARDS.map((one) => one.id),
          3,
        ).map((other) => ({
          id: other,
          href: new URL(`/v1/models/${other}`, c.req.url).href,
        })),
      });
    }
    const problems = unknownParameters(c, []);
    if (problems.length > 0) return badQuery(c, problems);
    return answer(c, {
      service,
      formats: ['json'],
      extension,
      query: '',
      find: () => ({ rows: [service.rows.plain(card)], total: 1, single: true }),
    });
  });
  return app;
}
