/**
 * Who may use whom in `src/`. A step is a floor; each floor has the same five kinds of room (docs/architecture.md).
 * Every rule here has a violating fixture in tests/architecture/ that proves it can fail.
 */

import { floor, onlyTypes, steps, tests, vocabulary, wordsOfRecords } from './.dependency-cruiser-rooms.mjs';

/** A step may read an earlier one's rules and records; never the other way. `evaluate` closes the loop by storing facts. */
const order = steps.slice(0, -1).map((step, index) => ({
  name: `${step}-uses-no-later-step`,
  comment: 'A later step may read an earlier one’s rules and records; never the other way.',
  severity: 'error',
  from: { path: `^src/${step}/` },
  to: { path: `^src/(?:${steps.slice(index + 1).join('|')})/` },
}));

export default {
  forbidden: [
    ...order,
    {
      name: 'ground-uses-no-step',
      comment:
        'Schools, published files, people, papers, law, statistics and platform stand under the five steps.',
      severity: 'error',
      from: { path: '^src/(?:schools|published|people|papers|law|statistics|platform)/' },
      to: { path: `^src/(?:${steps.join('|')})/` },
    },
    {
      name: 'steps-read-rules-and-records-of-earlier-steps',
      comment:
        'Another floor is read through its rules and records; only pages and commands call its actions. Papers are written by every step.',
      severity: 'error',
      from: { path: '^src/([^/]+)/(?:rules|records|actions)/', pathNot: tests },
      to: { path: `${floor}/(?:actions|pages)/`, pathNot: '^src/(?:$1|people|papers)/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules use other rules, statistics and law; no records, actions, pages, platform.',
      severity: 'error',
      from: { path: `${floor}/rules/`, pathNot: tests },
      to: {
        path: '^(?:src|demonstration|tests|benchmarks)/',
        pathNot: `${floor}/rules/|^src/(?:statistics|law)/`,
      },
    },
    {
      name: 'rules-do-no-input-or-output',
      comment:
        'No file, network, clock or library under a rule: the same evidence gives the same answer for ever.',
      severity: 'error',
      from: { path: `${floor}/rules/|^src/statistics/`, pathNot: tests },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-optional', 'npm-peer', 'npm-dev', 'npm-no-pkg', 'npm-unknown'],
      },
    },
    {
      name: 'rules-take-reference-data-as-an-argument',
      comment: 'src/law/reference.ts reads files: rules use its types and are given its content.',
      severity: 'error',
      from: { path: `${floor}/rules/|^src/statistics/`, pathNot: tests },
      to: { path: '^src/law/reference\\.ts$', ...onlyTypes },
    },
    {
      name: 'records-use-the-database-and-types-of-rules',
      comment: 'What is kept knows tables and the shapes of facts; it decides nothing.',
      severity: 'error',
      from: { path: `${floor}/records/`, pathNot: tests },
      to: {
        path: '^(?:src|demonstration)/',
        pathNot: `${floor}/(?:records|rules)/|^src/platform/(?:database/|errors\\.ts$)`,
        ...onlyTypes,
      },
    },
    {
      name: 'records-run-no-rules',
      comment: 'Records use the types of rules, not the rules; the names of things are the exception.',
      severity: 'error',
      from: { path: `${floor}/records/`, pathNot: tests },
      to: { path: `${floor}/rules/`, pathNot: `${vocabulary}|${wordsOfRecords}`, ...onlyTypes },
    },
    {
      name: 'records-know-no-action-or-page',
      severity: 'error',
      from: { path: `${floor}/records/`, pathNot: tests },
      to: { path: `${floor}/(?:actions|pages|commands\\.ts)|^src/platform/(?:web|charts|terminal)/` },
    },
    {
      name: 'actions-know-no-page',
      comment:
        'What a person can do is the same from a page and from a command, and so are the words for it. Mails name the page they are about.',
      severity: 'error',
      from: { path: `${floor}/actions/`, pathNot: tests },
      to: {
        path: `${floor}/(?:pages/|commands\\.ts$)|^src/platform/(?:web/(?!(?:(?:(?:scheme|chance)-)?words|gate|forms-taken|(?:letter|paper)-addresses)\\.ts$)|charts/)|^demonstration/`,
      },
    },
    {
      name: 'actions-reach-data-through-records',
      comment:
        'An action asks records and the published store; it holds no driver, server or template of its own.',
      severity: 'error',
      from: { path: `${floor}/actions/`, pathNot: tests },
      to: {
        path: 'node_modules/(?:pg|kysely|@duckdb|fastify|@fastify|nunjucks|jsdom|commander)/',
        ...onlyTypes,
      },
    },
    {
      name: 'pages-use-actions-and-the-page-shell',
      comment:
        'A page is shown what an action answers; shapes of facts come as types, names and dates as words.',
      severity: 'error',
      from: { path: `${floor}/pages/`, pathNot: tests },
      to: {
        path: '^(?:src|demonstration)/',
        pathNot: `${floor}/(?:actions|pages)/|^src/platform/(?:web/|charts/|exports/|documents/|errors\\.ts$)|${vocabulary}`,
        ...onlyTypes,
      },
    },
    {
      name: 'pages-know-no-database',
      comment: 'Not even the types: what a page is shown is what its reader may see.',
      severity: 'error',
      from: { path: `${floor}/pages/`, pathNot: tests },
      to: {
        path: '^src/platform/(?:database|terminal)/|/commands\\.ts$|node_modules/(?:pg|kysely|@duckdb)/',
      },
    },
    {
      name: 'pages-stand-alone',
      comment:
        'One folder a page, with route, view model, template and test together; what two share is the shell’s.',
      severity: 'error',
      from: { path: '^src/([^/]+)/pages/([^/]+)/', pathNot: tests },
      to: { path: `${floor}/pages/`, pathNot: '^src/$1/pages/$2/' },
    },
    {
      name: 'commands-use-actions',
      comment:
        'What can be typed calls what can be done; shapes come as types, and words are the same as on pages.',
      severity: 'error',
      from: {
        path: `${floor}/(?:(?:log|forecast|mail)-)?commands\\.ts$|^demonstration/(?:commands|load|load-[a-z-]+)\\.ts$`,
      },
      to: {
        path: '^src/',
        pathNot: `${floor}/actions/|^src/parts\\.ts$|^src/platform/(?:terminal/|errors\\.ts$|web/(?:(?:scheme|chance)-)?words\\.ts$)|${vocabulary}`,
        ...onlyTypes,
      },
    },
    {
      name: 'only-main-knows-every-room',
      comment:
        'Commands, routes and panels of the rooms are tied together in src/main.ts and the lists beside it, and nowhere else.',
      severity: 'error',
      from: {
        path: '^(?:src|demonstration)/',
        pathNot: `^src/(?:main|routes|home|work)\\.ts$|/pages/|${tests}`,
      },
      to: { path: '/(?:(?:log|forecast|mail)-)?commands\\.ts$|^src/[^/]+/pages/|^src/main\\.ts$' },
    },
    {
      name: 'only-main-loads-the-demonstration',
      comment: 'The invented authority comes in through the same door as a real one.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/main\\.ts$|${tests}` },
      to: { path: '^demonstration/' },
    },
    {
      name: 'demonstration-uses-no-rule',
      comment:
        'The invented authority is written as files from outside; it must not lean on how the files are read.',
      severity: 'error',
      from: {
        path: '^demonstration/',
        pathNot: `^demonstration/(?:commands|load|load-[a-z-]+)\\.ts$|${tests}`,
      },
      to: { path: '^src/', pathNot: '^src/(?:schools/rules|statistics|platform)/', ...onlyTypes },
    },
    {
      name: 'published-uses-only-what-a-school-is',
      comment:
        'Official files become facts in the words of schools/rules; what follows from them is the steps’ affair.',
      severity: 'error',
      from: { path: '^src/published/', pathNot: tests },
      to: { path: '^src/schools/', pathNot: '^src/schools/rules/' },
    },
    {
      name: 'platform-knows-no-room',
      comment: 'The platform carries any room: it knows their types and words, not what they do.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: tests },
      to: { path: '^(?:src|demonstration)/', pathNot: `^src/platform/|${vocabulary}`, ...onlyTypes },
    },
    {
      name: 'statistics-stand-alone',
      comment: 'Small pure numerics, the same for schools and for anything else.',
      severity: 'error',
      from: { path: '^src/statistics/', pathNot: tests },
      to: { path: '^(?:src|demonstration|reference)/', pathNot: '^src/statistics/' },
    },
    {
      name: 'law-knows-dates-and-reference-data',
      comment:
        'Working days and dated look-ups: used by rules, so it uses none of the steps, records or pages.',
      severity: 'error',
      from: { path: '^src/law/', pathNot: tests },
      to: {
        path: '^(?:src|demonstration)/',
        pathNot: '^src/law/|^src/statistics/|^src/schools/rules/|^src/platform/errors\\.ts$',
        ...onlyTypes,
      },
    },
    {
      name: 'only-law-reads-reference-data',
      comment: 'Dated facts are looked up in one place, which checks them.',
      severity: 'error',
      from: { path: '^(?:src|demonstration)/', pathNot: `^src/law/|${tests}` },
      to: { path: '^reference/' },
    },
    {
      name: 'parts-is-types-only',
      comment: 'src/parts.ts names what main.ts ties together; it runs nothing.',
      severity: 'error',
      from: { path: '^src/parts\\.ts$' },
      to: { path: '.', ...onlyTypes },
    },
    {
      name: 'nothing-runs-tests',
      comment: 'Tests and their fixtures are leaves.',
      severity: 'error',
      from: { path: '^(?:src|demonstration|benchmarks|scripts)/', pathNot: tests },
      to: { path: `^tests/|^(?:src|demonstration)/.*${tests}` },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-type-cycles-between-rooms',
      comment: 'Two shapes may name each other inside a room, never across rooms.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { circular: true, via: { pathNot: '^src/$1/' } },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing uses and that uses nothing is dead.',
      severity: 'error',
      from: { orphan: true, path: '^(?:src|demonstration)/', pathNot: `${tests}|^src/platform/web/scripts/` },
      to: {},
    },
    {
      name: 'no-development-packages-in-the-product',
      severity: 'error',
      from: { path: '^(?:src|demonstration)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'packages-are-declared',
      comment: 'A package that package.json does not name comes and goes with somebody else’s choices.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-shapeless-names',
      comment: 'A file is named for the thing in it.',
      severity: 'error',
      from: {},
      to: {
        path: '/(?:util|utils|helper|helpers|common|misc|shared|data2)(?:/|\\.ts$)',
        pathNot: 'node_modules',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:data|\\.runtime)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
