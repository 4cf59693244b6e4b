import type { Column, JudgementFacts } from '#/published/layout.ts';
import { grades1to4, safeguardingEffective } from './grades.ts';

/** How the previous block names a judgement: `Previous quality of education`. */
function previousName(name: string): string {
  return `Previous ${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}

function named([first, ...rest]: readonly [string, ...string[]], block: 'latest' | 'previous'): Column {
  return block === 'latest' ? [first, ...rest] : [previousName(first), ...rest.map(previousName)];
}

type Judged = readonly [area: string, names: readonly [string, ...string[]]];

function judged(list: readonly Judged[], block: 'latest' | 'previous'): readonly JudgementFacts[] {
  return list.map(([area, names]) => ({
    area,
    column: named(names, block),
    gradedOn: null,
    grades: area === 'Safeguarding' ? safeguardingEffective : grades1to4,
  }));
}

const leadership: Judged = ['Leadership and management', ['Effectiveness of leadership and management']];
const earlyYears: Judged = ['Early years provision', ['Early years provision (where applicable)']];

/** The common inspection framework, September 2015 to August 2019, and what the files print of those before it. */
const commonFramework: readonly Judged[] = [
  ['Outcomes for pupils', ['Outcomes for pupils']],
  ['Quality of teaching, learning and assessment', ['Quality of teaching, learning and assessment']],
  ['Personal development, behaviour and welfare', ['Personal development, behaviour and welfare']],
  ['16 to 19 study programmes', ['16 - 19 study programmes', '16-19 study programmes']],
];

/** The education inspection framework, September 2019 to July 2025. */
const educationFramework: readonly Judged[] = [
  ['Quality of education', ['Quality of education']],
  ['Behaviour and attitudes', ['Behaviour and attitudes']],
  ['Personal development', ['Personal development']],
  ['Safeguarding', ['Safeguarding is effective?', 'Is safeguarding effective?']],
  ['Sixth form provision', ['Sixth form provision (where applicable)']],
];

/** Judgements of files to 2017/18. */
export function judgementsOfCommonFramework(block: 'latest' | 'previous'): readonly JudgementFacts[] {
  return judged([...commonFramework, leadership, earlyYears], block);
}

/** Judgements of files of 2018 to 2022, in which inspections of both frameworks stand side by side. */
export function judgementsOfBothFrameworks(block: 'latest' | 'previous'): readonly JudgementFacts[] {
  return judged([...commonFramework, ...educationFramework, leadership, earlyYears], block);
}
