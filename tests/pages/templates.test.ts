import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { inventedAuthority, inventedSource } from '#/analyse/pages/invented.fixture.ts';
import { homeCrumb, shellView, type Reader } from '#/platform/web/shell.ts';
import { loadTemplates } from '#/platform/web/templates.ts';
import { actionStates } from './action-states.fixture.ts';
import { allocationStates } from './allocation-states.fixture.ts';
import { choicesStates } from './choices-states.fixture.ts';
import { correspondenceStates } from './correspondence-states.fixture.ts';
import { filesStates } from './files-states.fixture.ts';
import { homeStates } from './home-states.fixture.ts';
import { intelligenceStates } from './intelligence-states.fixture.ts';
import { letterStates } from './letter-states.fixture.ts';
import { logsStates } from './logs-states.fixture.ts';
import type { PageState } from './page-states.fixture.ts';
import { markingStates } from './marking-states.fixture.ts';
import { membersStates } from './members-states.fixture.ts';
import { pageStates } from './page-states.fixture.ts';
import { paperStates } from './paper-states.fixture.ts';
import { planStates } from './plan-states.fixture.ts';
import { peopleStates } from './people-states.fixture.ts';
import { replayStates } from './replay-states.fixture.ts';
import { resultsStates } from './results-states.fixture.ts';
import { roundStates } from './round-states.fixture.ts';
import { schemeStates } from './scheme-states.fixture.ts';
import { signInStates } from './sign-in-states.fixture.ts';
import { strictView } from './strict-view.fixture.ts';
import { trajectoryStates } from './trajectory-states.fixture.ts';
import { visitsStates } from './visits-states.fixture.ts';
import { warningStates } from './warning-states.fixture.ts';
import { watchlistStates } from './watchlist-states.fixture.ts';
import { workStates } from './work-states.fixture.ts';

/** Every page in every state, without a browser: what only a template can get wrong shows here in a second. */

const render = loadTemplates({ stylesheet: '/assets/x.css', icon: '/assets/x.svg' });
const shell = { authority: inventedAuthority, section: null, crumbs: [homeCrumb], sources: [inventedSource] };

/** Somebody who may open everything, so that everything there is to link to is linked to. */
const reader: Reader = {
  name: 'An officer',
  may: () => true,
  roles: [{ role: 'auditor', authority: inventedAuthority.slug, schools: 'all' }],
  authorities: [inventedAuthority.slug],
};

function rendered({ template, title, view }: PageState): string {
  const around = shellView(shell, title, reader);
  const strict = Object.entries(view).map(([name, value]) => [name, strictView<unknown>(value, name)]);
  return render(
    template,
    { ...(Object.fromEntries(strict) as object), shell: strictView(around, 'shell') },
    () => 'a-token',
  );
}

function ofEach(page: Document, selector: string): Element[] {
  return [...page.querySelectorAll(selector)];
}

/** What is wrong with the page as a document, in words. */
function faults(page: Document): string[] {
  const words = page.body.textContent;
  // The summary of what is wrong stands above the first heading, as in every public service.
  const levels = ofEach(page, 'h1, h2, h3, h4')
    .filter((heading) => heading.closest('.govuk-error-summary') === null)
    .map((heading) => Number(heading.tagName.slice(1)));
  const ids = ofEach(page, '[id]').map(({ id }) => id);
  const labels = ofEach(page, 'nav, section, [role=region], form').map(
    (one) => one.getAttribute('aria-label') ?? one.getAttribute('aria-labelledby') ?? '',
  );
  const named = (one: Element): string => one.getAttribute('aria-labelledby') ?? '';
  return [
    ...(/undefined|\bnull\b|\bNaN\b|\[object/.exec(words) ?? []).map((word) => `says ${word}`),
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['has not one first heading']),
    ...(levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1)
      ? [`skips a heading: ${levels.join()}`]
      : []),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `has two of #${id}`),
    ...labels.filter((label, index) => labels.indexOf(label) !== index).map((l) => `two landmarks “${l}”`),
    ...ofEach(page, '[aria-labelledby]').flatMap((one) =>
      ids.includes(named(one)) ? [] : [`no #${named(one)}`],
    ),
    ...ofEach(page, 'a[href^="#"]').flatMap((link) =>
      ids.includes(link.getAttribute('href')?.slice(1) ?? '') ? [] : [`${link.outerHTML} leads nowhere`],
    ),
    ...ofEach(page, 'table').flatMap((table) =>
      table.querySelector('caption')?.textContent.trim() ? [] : ['a table without caption'],
    ),
    ...ofEach(page, 'tr').flatMap((row) =>
      row.querySelector('th[scope]') === null && row.querySelector('td') === null ? ['an empty row'] : [],
    ),
    ...linksOfOneName(page),
  ];
}

/** Links that read the same and lead to different places cannot be told apart in a list of links. */
function linksOfOneName(page: Document): string[] {
  const links = ofEach(page, 'main a[href]').filter((link) => link.closest('.mt-source, tbody') === null);
  return [...Map.groupBy(links, (link) => link.textContent.trim())]
    .filter(([, same]) => new Set(same.map((link) => link.getAttribute('href'))).size > 1)
    .map(([name]) => `several links “${name}”`);
}

const states = {
  ...markingStates,
  ...membersStates,
  ...pageStates,
  ...paperStates,
  ...planStates,
  ...resultsStates,
  ...replayStates,
  ...roundStates,
  ...trajectoryStates,
  ...visitsStates,
  ...filesStates,
  ...schemeStates,
  ...homeStates,
  ...warningStates,
  ...watchlistStates,
  ...workStates,
  ...actionStates,
  ...allocationStates,
  ...choicesStates,
  ...letterStates,
  ...intelligenceStates,
  ...correspondenceStates,
  ...peopleStates,
  ...signInStates,
  ...logsStates,
};

for (const [name, state] of Object.entries(states)) {
  test(`${name}: the template asks only for what its view has, and makes a sound document`, () => {
    const html = rendered(state);
    assert.ok(!html.includes('<script'), 'nothing that was written by others is markup');
    const page = new JSDOM(html).window.document;
    assert.deepEqual(faults(page), []);
    assert.match(page.title, /Middle Tier$/);
  });
}

test('a misspelt name fails, in a condition too', () => {
  const view = strictView({ school: { name: 'Sedge Lane', trust: null }, rows: [{ a: 1 }] });
  assert.equal(view.school.trust, null);
  assert.throws(() => Reflect.get(view.school, 'nmae'), /No view\.school\.nmae/);
  assert.throws(() => Reflect.get(view.rows[0] ?? {}, 'b'), /No view\.rows\.0\.b/);
});

test('every template of a page is filled in some state', async () => {
  const { globSync } = await import('node:fs');
  const templates = globSync('**/pages/**/*.njk', { cwd: new URL('../../src', import.meta.url) })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(
      (path) =>
        !/\/(?:results-table|comparison|whom-to-ask|intelligence-parts|moderation-card)\.njk$/.test(path),
    );
  const filled = new Set(Object.values(states).map(({ template }) => template));
  assert.deepEqual(
    templates.filter((template) => !filled.has(template)),
    [],
  );
});
