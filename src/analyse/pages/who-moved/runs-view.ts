import type { RunsRead, RunWithScheme } from '#/analyse/actions/read-runs.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { runsAddress, tryAddress } from '#/platform/web/addresses.ts';
import { schemeTitle } from '#/platform/web/scheme-words.ts';
import { count, dateInWords, momentInWords, plural } from '#/platform/web/words.ts';
import { comparisonView } from './comparison-view.ts';

/** Two analyses beside each other, and every other one to choose from. */
export function runsView({ authority, whole, runs, compared }: RunsRead, mayTry: boolean) {
  return {
    authority: authority.name,
    reach: whole
      ? null
      : 'This is about your schools, whose categories you may read. It says nothing of any other school.',
    address: runsAddress(authority.slug),
    tryAddress: mayTry ? tryAddress(authority.slug) : null,
    command: `npx middletier analyse --authority ${authority.slug}`,
    kept: plural(runs.length, 'analysis is', 'analyses are'),
    runs: runs.map(({ run, scheme }) => ({
      id: run.id,
      name: nameOf({ run, scheme }),
      asAt: dateInWords(run.asAt),
      scheme: schemeTitle(scheme),
      schools: count(run.schools),
      by: run.ranBy,
      at: momentInWords(run.ranAt),
      isFrom: run.id === compared?.from.run.id,
      isTo: run.id === compared?.to.run.id,
    })),
    compared:
      compared === null
        ? null
        : {
            downloads: downloadLinks(runsAddress(authority.slug), {
              from: [compared.from.run.id],
              to: [compared.to.run.id],
            }),
            from: nameOf(compared.from),
            to: nameOf(compared.to),
            ...comparisonView(compared.comparison, compared.from.scheme, compared.to.scheme, authority.slug),
          },
  };
}

/** `30 April 2026, Norfolk 2013 (run 3)`. */
function nameOf({ run, scheme }: RunWithScheme): string {
  return `${dateInWords(run.asAt)}, ${schemeTitle(scheme)} (run ${run.id})`;
}
