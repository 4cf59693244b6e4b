import { termsFor } from '#/analyse/rules/forecast/early-warning/terms.ts';
import { dateInWords } from '#/analyse/rules/words.ts';
import type { ForecastModel } from '#/law/forecast-models.ts';
import type { Block, TableBlock, TextDocument } from '#/platform/documents/write-document.ts';
import { backtestBlocks } from './backtest-document.ts';
import type { Backtest } from './run-backtest.ts';

type Warning = ForecastModel['earlyWarning'];
type Part = Warning['timing'];

/** What a model is made of, what it may be used for, how good it was and where it ends: for whoever relies on it. */
export function modelCard(model: ForecastModel, backtest: Backtest): TextDocument {
  return {
    title: `Model card: ${model.id}`,
    subject: 'Data, period, features, figures by group and limits of the model that ships',
    banner: null,
    credits: [
      'Contains public sector information licensed under the Open Government Licence v3.0: Ofsted and the Department for Education.',
    ],
    blocks: [
      {
        kind: 'paragraph',
        text: `Made by \`npx middletier fit-model --card\`; do not edit. Digest of all its numbers: \`${model.digest}\`. Every number is in \`reference/models/${model.id}.json\`, with what its level says beside it.`,
      },
      ...purpose(),
      ...data(model),
      ...features(model),
      { kind: 'heading', level: 1, text: 'Figures' },
      ...backtestBlocks(backtest).map(lower),
      ...limits(),
    ],
  };
}

/** Headings one level down: they stand under one of the card's own. */
function lower(block: Block): Block {
  return block.kind === 'heading' ? { ...block, level: block.level === 1 ? 2 : 3 } : block;
}

function purpose(): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: 'What it is for' },
    {
      kind: 'list',
      items: [
        'Early warning: the chance that a school now good or better is judged below good within 12, 18 and 24 months, in two parts: whether it is inspected, and what an inspection finds. It says which schools to look at, never what to conclude.',
        'Trajectory: the share of schools good or better on days to come, with ranges.',
        'Not for decisions about people, for ranking schools in public, or for telling inspectors anything. No category follows from it without a named officer.',
      ],
    },
  ];
}

function data({ fittedAsAt, fittedFrom, earlyWarning, trajectory }: ForecastModel): readonly Block[] {
  const { fittedOn } = earlyWarning;
  return [
    { kind: 'heading', level: 1, text: 'Data and period' },
    {
      kind: 'list',
      items: [
        `No inspection and no result that became known after ${dateInWords(fittedAsAt)}. Where a file gives no day of publication, an inspection is taken as known 38 days after it began.`,
        `Early warning: ${fittedOn.periods} half-years of ${fittedOn.schools} good schools, from ${dateInWords(fittedOn.from)} to ${dateInWords(fittedOn.until)}, with ${fittedOn.inspections} inspections and ${fittedOn.falls} falls; a half-year counts half for every year before the last. Overlapping half-years begin every three months.`,
        `Trajectory: ${trajectory.fittedOn.inspections} inspections of ${trajectory.fittedOn.schools} schools; chances of inspection count half for every two quarters before the last, outcomes for every four.`,
        `Files: ${fittedFrom.join('; ')}.`,
        'Schools of the authorities in those files only. Schools that came of others that joined, and schools closed before 2018, are not among them.',
      ],
    },
  ];
}

function features({ earlyWarning, withDeprivation, trajectory, levels }: ForecastModel): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: 'Features' },
    {
      kind: 'paragraph',
      text: 'An additive model: the logarithm of the odds is an intercept and one effect for each of the terms below. Neighbouring levels are drawn together and all to nothing, and all effects were then drawn in by as much as the same model, fitted a year before, turned out too sure. Ethnicity and religion are not among them, and cannot be: no rule reads them.',
    },
    termsTable(
      'Terms, by how far apart their levels set schools (standard deviation of the effect over the periods)',
      earlyWarning,
      levels,
    ),
    {
      kind: 'list',
      items: [
        `Timing: intercept ${earlyWarning.timing.intercept}, drawn in to ${earlyWarning.timing.damping}. Outcome: intercept ${earlyWarning.outcome.intercept}, drawn in to ${earlyWarning.outcome.damping}.`,
        `How often inspections of good schools found them below good tends from ${chance(earlyWarning.outcomeLevel.recent)} to ${chance(earlyWarning.outcomeLevel.longRun)}; of a difference ${earlyWarning.outcomeLevel.carriedOver} is left after half a year.`,
        `England moved against such forecasts by (standard deviation, logits): ${earlyWarning.shocks.map(({ months, sd }) => `${months} months ${sd}`).join(', ')}. Shares: ${trajectory.shocks.map(({ quarters, england, authority }) => `${quarters / 4} ${quarters === 4 ? 'year' : 'years'} ${england} England and ${authority} authorities beyond it`).join(', ')}.`,
        `Deprivation of the area (IDACI fifths) is used only where an authority chooses it; the model with it is beside the other in the file, with ${withDeprivation.timing.terms.length - earlyWarning.timing.terms.length} terms more, and the effect of the choice is shown for every school.`,
      ],
    },
  ];
}

const chance = (logit: number): string => `${(100 / (1 + Math.exp(-logit))).toFixed(0)}%`;

function termsTable(
  caption: string,
  { timing, outcome }: Warning,
  levels: ForecastModel['levels'],
): TableBlock {
  const spread = ({ terms }: Part, index: number): number => {
    const term = terms[index];
    if (term === undefined) return 0;
    const all = term.weights.reduce((sum, weight) => sum + weight, 0);
    const square = term.effects.reduce(
      (sum, effect, level) => sum + effect ** 2 * (term.weights[level] ?? 0),
      0,
    );
    return all === 0 ? 0 : Math.sqrt(square / all);
  };
  const rows = termsFor({ deprivation: false })
    .map(({ id, theme }, index) => ({
      id,
      theme,
      timing: spread(timing, index),
      outcome: spread(outcome, index),
    }))
    .toSorted((a, b) => Math.hypot(b.timing, b.outcome) - Math.hypot(a.timing, a.outcome));
  return {
    kind: 'table',
    caption,
    columns: [
      { heading: 'Term', share: 0.3 },
      { heading: 'About', share: 0.3 },
      { heading: 'Levels', share: 0.1, number: true },
      { heading: 'Timing', share: 0.15, number: true },
      { heading: 'Outcome', share: 0.15, number: true },
    ],
    rows: rows.map((row) => [
      row.id,
      row.theme,
      String(levels[row.id]?.length ?? 0),
      row.timing.toFixed(2),
      row.outcome.toFixed(2),
    ]),
  };
}

function limits(): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: 'Limits' },
    {
      kind: 'list',
      items: [
        'Inspection grades go with intake. A forecast of grades is not a judgement of quality.',
        'The record has graded inspections only: of ungraded ones each school’s last is known, which cannot be fitted on without looking ahead. Under report cards the last inspection of any kind sets the clock.',
        'Who is inspected depends on risk, outstanding schools above all until November 2020: outcomes are not those of a random sample.',
        'Half-lives, smoothing and the steps of scales were chosen on the trials of 2016 to 2018, and the prior spread of shares on those of 2011 to 2017: figures for those days are a little kinder than a new trial would be.',
        'Deprivation, phase and type of a school come from a register of 2025; they hardly change. Pupils on roll are of the newest register too, and change slowly.',
        'A change of framework, of who is inspected, or a pause is not foreseen. Ranges hold what such changes did before, not what none did.',
        'Under report cards the level of outcomes is an assumption, and what told schools apart before is taken to do so by seven tenths (`reference/forecast-regimes.json`); the range is wide, and says so.',
        'A forecast acted on can make itself wrong: whether a school that was warned of then got support is not yet part of marking.',
      ],
    },
  ];
}
