// How the page is written: small modules, text only, and nothing that Chromium 80 does not know and esbuild
// does not lower.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, ROOT), 'utf8');
const modules = readdirSync(new URL('templates/web/', ROOT))
  .filter((name) => name.endsWith('.js'))
  .map((name) => [name, read(`templates/web/${name}`)]);
const css = read('templates/web/page.css').replace(/\/\*[^]*?\*\//g, '');

const MOST_LINES = 300;
// Of a module: its lines that say what they may not. Comments may.
const saying = (text, pattern) => text.split('\n').filter((line) => !/^\s*\/\//.test(line) && pattern.test(line));

test('a_module_is_one_idea_of_at_most_300_lines', () => {
  assert.ok(modules.length > 20);
  assert.deepEqual(modules.filter(([, text]) => text.split('\n').length - 1 > MOST_LINES).map(([name]) => name), []);
});

test('elements_are_made_with_text_and_never_with_markup', () => {
  const markup = /\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|DOMParser|srcdoc|document\.write|eval|Function)\b/;
  assert.deepEqual(modules.flatMap(([, text]) => saying(text, markup)), []);
});

test('no_script_calls_what_came_after_chromium_80', () => {
  const later =
    /\b(structuredClone|replaceAll|replaceChildren|randomUUID|hasOwn|findLast|findLastIndex|toSorted|toReversed|groupBy|requestSubmit|Promise\.any|AggregateError|AbortSignal\.timeout|showPicker|queryCommandState)\b|\.at\(/;
  assert.deepEqual(modules.flatMap(([, text]) => saying(text, later)), []);
});

test('no_style_says_what_came_after_chromium_80', () => {
  const later =
    /(^|[;{\s])(gap|row-gap|column-gap|inset|inset-block|inset-inline|aspect-ratio|accent-color|translate|scale)\s*:|:has\(|:is\(|:where\(|:focus-visible|\bclamp\(|\d(dvh|svh|lvh)\b|@layer|@container/m;
  assert.deepEqual(css.split('\n').filter((line) => later.test(line)), []);
});

test('the_page_is_made_again_when_any_module_changes', () => {
  const build = read('src/web/meson.build');
  const named = new Set(build.match(/'[a-z-]+'/g).map((name) => name.slice(1, -1)));
  const missing = modules.map(([name]) => name.replace(/\.js$/, '')).filter((name) => name !== 'main' && !named.has(name));
  assert.deepEqual(missing, []);
});
