import { readForecast, type ForecastRead } from '#/analyse/actions/read-forecast.ts';
import { answerOf, chanceOfTarget } from './headline.ts';
import { chosenOf } from '#/analyse/actions/trajectory-chosen.ts';
import { readTrajectoryRequest } from './trajectory-request.ts';
import type { Parts } from '#/parts.ts';
import { holds } from '#/people/rules/permissions.ts';
import { trajectoryAddress } from '#/platform/web/addresses.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import { dateInWords } from '#/platform/web/words.ts';

const leads = ['director', 'head of service'] as const;

/** Whether the next share aimed at is likely to be reached; for members what is expected, in a sentence. */
export function onTrackPanel(parts: Parts): HomePanel {
  return {
    name: 'on-track',
    heading: 'Are we on track?',
    for: { roles: [...leads, 'elected member', 'scrutiny member', 'board member'] },
    order: 120,
    orderFor: { director: 105, 'head of service': 105 },
    read: async (person, { slug }) =>
      onTrack(await readForecast(parts, person, slug), holds(person, slug, ...leads)),
  };
}

/** `null` for members as long as no forecast was kept: they can do nothing about it. */
export function onTrack({ authority, kept }: ForecastRead, leading: boolean): PanelContent | null {
  const more = { text: 'The trajectory of our schools', href: trajectoryAddress(authority.slug) };
  const shares =
    kept === null
      ? null
      : { run: kept.run, trajectories: kept.forecast.trajectories, schools: [], groups: new Map() };
  const chosen = chosenOf(shares, readTrajectoryRequest({}));
  if (kept === null || chosen === null) {
    if (!leading) return null;
    const text = 'No forecast of our schools has been kept yet, so that nothing can be said of a target.';
    return { parts: [{ kind: 'nothing', text, next: more }] };
  }
  const asAt = `As known on ${dateInWords(kept.run.asAt)}.`;
  return {
    parts: leading
      ? [
          { kind: 'sentence', text: chanceOfTarget(chosen) },
          { kind: 'sentence', text: `${answerOf(chosen)} ${asAt}` },
        ]
      : [{ kind: 'sentence', text: `${answerOf(chosen)} ${asAt}` }],
    more,
    sources: kept.sources,
  };
}
