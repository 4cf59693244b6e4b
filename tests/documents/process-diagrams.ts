import type { Process } from '#/papers/rules/process.ts';
import { processes } from '#/papers/rules/processes/processes.ts';

/** The state diagrams of all kinds of paper, as the document in `docs/`. */
export function diagramsOf(some: readonly Process[]): string {
  return [
    '# What becomes of papers',
    'Drawn from `src/papers/rules/processes/`; a test fails when it is not so any more. Any paper that the other side does not read yet may be set aside with a reason, and brought back.',
    ...some.map(diagramOf),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function diagramOf({ names, side, begins, states, steps }: Process): string {
  const id = (state: string): string => state.replaceAll('-', '_');
  const whose = { authority: 'Written by the authority.', school: 'Written by the school.' }[side];
  return [
    `## ${names.charAt(0).toUpperCase()}${names.slice(1)}`,
    '',
    whose,
    '',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${id(begins)}`,
    ...Object.entries(states).map(([state, { words }]) => `  ${id(state)}: ${words}`),
    ...steps.flatMap(({ from, to, by, button }) =>
      from.map((one) => `  ${id(one)} --> ${to === 'as before' ? id(begins) : id(to)}: ${button} (${by})`),
    ),
    ...Object.entries(states).flatMap(([state, { over }]) => (over ? [`  ${id(state)} --> [*]`] : [])),
    '```',
  ].join('\n');
}

if (import.meta.main) console.log(diagramsOf(processes).trimEnd());
