import type { Register } from '#/analyse/actions/analysis-read.ts';
import { readRegister } from '#/analyse/actions/read-analysis.ts';
import type { Parts } from '#/parts.ts';
import { runsAddress } from '#/platform/web/addresses.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import { dateInWords, momentInWords } from '#/platform/web/words.ts';

/** Whether the newest analysis knows all that is known: for whoever may analyse again. */
export function analysisAgePanel(parts: Parts): HomePanel {
  return {
    name: 'newest-analysis',
    heading: 'The newest analysis',
    for: { roles: ['analyst', 'head of service'] },
    order: 30,
    orderFor: { 'head of service': 160 },
    read: async (person, { slug }) => analysisAge(await readRegister(parts, person, slug), slug),
  };
}

/** What is newer than the newest run, and how it is analysed again. */
export function analysisAge({ run, authority }: Register, slug: string): PanelContent {
  const again = `npx middletier analyse --authority ${slug}`;
  const more = { text: 'Analyses so far', href: runsAddress(slug) };
  if (run === null) {
    return { parts: [{ kind: 'nothing', text: `No analysis has been run yet. Run it with: ${again}` }] };
  }
  const ran = `The newest analysis is of what was known on ${dateInWords(run.asAt)}, run on ${momentInWords(run.ranAt)} by ${run.ranBy}.`;
  const newer = authority.newestKnownOn > run.asAt;
  return {
    parts: [
      {
        kind: 'sentence',
        text: newer
          ? `${ran} Since then something newer became known, on ${dateInWords(authority.newestKnownOn)}: analyse again with ${again}`
          : `${ran} Nothing about the area’s schools in the files imported is newer.`,
      },
    ],
    more,
  };
}
