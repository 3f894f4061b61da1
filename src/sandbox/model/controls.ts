import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxModel } from './model.ts';
import { MODEL_FAULTS, type ModelRequest, textOf } from './reply.ts';

const Answer = z.union([
  z.object({ preset: z.enum(['good', ...MODEL_FAULTS]) }),
  z.object({ text: z.string().max(2_000_000) }),
]);
const Person = z.object({ on: z.boolean() });
const Fault = z.object({
  match: z.string(),
  kind: z.enum(MODEL_FAULTS),
  times: z.int().min(1).max(1000).default(1),
});

/** "You are the model", as the page drives it, under /ui/model. */
export function modelControls(model: SandboxModel): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>().basePath('/ui/model');
  app.use(async (c, next) => {
    const json = c.req.header('content-type')?.startsWith('application/json');
    if (c.req.method === 'POST' && !json) return c.json({ error: 'Send JSON.' }, 415);
    return next();
  });
  app.onError((fault, c) => c.json({ error: fault.message }, 400));
  app.get('/', (c) =>
    c.json({
      person: model.person,
      presets: ['good', ...MODEL_FAULTS],
      pending: model.pending().map((request) => ({
        ...shown(request),
        schema: request.schema ?? null,
        suggestion: textOf(model.good(request)),
      })),
      requests: model.requests().slice(-50).map(shown),
      faults: model.faults.list().map((fault) => ({ ...fault, match: String(fault.match) })),
    }),
  );
  app.post('/person', async (c) => {
    model.asPerson(Person.parse(await c.req.json()).on);
    return c.json({ person: model.person });
  });
  app.post('/requests/:id/answer', async (c) => {
    const said = Answer.parse(await c.req.json());
    const waited = model.answer(c.req.param('id'), 'preset' in said ? said.preset : { kind: 'text', text: said.text });
    return waited ? c.json({ ok: true }) : c.json({ error: 'That request is no longer waiting.' }, 404);
  });
  app.post('/faults', async (c) => {
    model.faults.add(Fault.parse(await c.req.json()));
    return c.json({ ok: true });
  });
  app.delete('/faults', (c) => {
    model.faults.clear();
    return c.json({ ok: true });
  });
  return app;
}

function shown(request: ModelRequest) {
  const { id, at, api, model, schemaName, instructions, input, stream } = request;
  return { id, at: at.toISOString(), api, model, schemaName: schemaName ?? null, instructions, input, stream };
}
