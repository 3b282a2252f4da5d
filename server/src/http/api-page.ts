import { isJsonObject, type Json, type JsonObject } from '@tablee/domain/kernel';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { AppDeps, Env } from './context.ts';
import { openApiOf } from './openapi.ts';
import { PROBLEMS } from './problem.ts';

const object = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
const words = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-inline-size: 60rem; margin: 0 auto; padding: 1rem }
code, pre { font-family: ui-monospace, monospace; font-size: .9em }
pre { overflow-x: auto; padding: .5rem; border: 1px solid; border-radius: .25rem }
table { border-collapse: collapse; inline-size: 100% }
th, td { text-align: start; vertical-align: top; padding: .25rem .5rem .25rem 0; border-block-end: 1px solid }
summary { cursor: pointer; padding-block: .25rem }
`;

const operation = (path: string, method: string, held: JsonObject) => html`
  <tr><td><code>${method.toUpperCase()}</code></td><td><code>${path}</code></td><td>${words(held['summary'])}</td></tr>`;

const rows = (paths: JsonObject) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(object(methods)).map(([method, held]) => operation(path, method, object(held))),
  );

const schema = (name: string, held: Json) => html`
  <details id="${name}"><summary><code>${name}</code> ${words(object(held)['title'])}</summary>
  <pre>${JSON.stringify(held, undefined, 2)}</pre></details>`;

const problems = () =>
  Object.entries(PROBLEMS).map(
    ([code, { status, words: said }]) =>
      html`<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${said.en}</td></tr>`,
  );

const page = (document: JsonObject) => html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Tablée: interface for programs</title><link rel="stylesheet" href="/api/style.css"></head><body>
<h1>Interface for programs</h1>
<p>${words(object(document['info'])['description'])}</p>
<p><a href="/api/openapi.json">OpenAPI 3.1 as JSON</a></p>
<h2>Addresses</h2><table><thead><tr><th>Method</th><th>Address</th><th>What it does</th></tr></thead><tbody>${rows(object(document['paths']))}</tbody></table>
<h2>Errors</h2><table><thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead><tbody>${problems()}</tbody></table>
<h2>Schemas</h2>${Object.entries(object(object(document['components'])['schemas'])).map(([name, held]) => schema(name, held))}
</body></html>`;

/** `GET /api` for people and `GET /api/openapi.json` for programs: made from the same schemas, without script. */
export const apiRoutes = (app: Hono<Env>, deps: AppDeps): void => {
  // Made when first asked for: a start does not wait for it.
  let document: JsonObject | undefined;
  const made = (): JsonObject => {
    document ??= openApiOf(deps.spaces.nouns);
    return document;
  };
  app.get('/api/openapi.json', (c) => c.json(made()));
  app.get('/api', (c) => c.html(page(made())));
  app.get('/api/style.css', (c) => c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));
};
