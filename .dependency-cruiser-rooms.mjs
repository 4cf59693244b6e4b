/** Which paths are what, as the rules of `.dependency-cruiser.mjs` name them. */

export const steps = ['analyse', 'diagnose', 'commission', 'grow-capacity', 'evaluate'];

/** Every folder that has the five kinds of room. */
export const floor = `^src/(?:schools|published|people|papers|${steps.join('|')})`;

export const tests = '(?:\\.test\\.ts$|\\.fixtures?\\.ts$|/fixtures/)';

/** Words that every room needs to name a thing, write a date or say who may: pure, and without a rule of any step. */
export const vocabulary =
  '^src/(?:schools/rules/(?:dates|school|urn|value|inspection|inspection-words|supplied-items)|people/rules/(?:permissions|decision-table|roles|levels))\\.ts$';

/** What row policies are made of, and what they and the tables of people say in numbers and names. */
export const wordsOfRecords = '^src/people/rules/(?:row-conditions|record-kinds|retention|sessions)\\.ts$';

export const onlyTypes = { dependencyTypesNot: ['type-only'] };
