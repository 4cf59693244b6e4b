/** How long records of a kind are kept. */
export interface RetentionEntry {
  /** In the words of whoever answers for them. */
  readonly records: string;
  /** Full months after the day named in `from`; `null`: for good. */
  readonly months: number | null;
  /** From which day they are counted. */
  readonly from: string;
  readonly why: string;
  readonly source: string;
  /** `unconfirmed`: no schedule that an authority must keep to was found; theirs goes before it. */
  readonly status: 'unconfirmed' | 'ours';
  /** An authority may say otherwise for its own. */
  readonly authorityMaySay: boolean;
}

const irms =
  'IRMS toolkits cover schools; no schedule for an authority’s school improvement records was found';

/**
 * How long each kind of record is kept, unless an authority has said otherwise (`retention_rule`). What is let go, and
 * never sooner, is written into the row policies (`records/*-access.ts`).
 */
export const retentionTable = {
  'reading log': {
    records: 'Who read what was in confidence',
    months: 72,
    from: 'the reading',
    why: 'So long a complaint or a claim about a disclosure can be made.',
    source: irms,
    status: 'unconfirmed',
    authorityMaySay: true,
  },
  'change log': {
    records: 'What was changed, by whom and why',
    months: 72,
    from: 'the change',
    why: 'So long a decision can be questioned.',
    source: irms,
    status: 'unconfirmed',
    authorityMaySay: true,
  },
  analyses: {
    records: 'Analyses, and the categories they proposed',
    months: null,
    from: 'the analysis',
    why: 'What was known and proposed on a day must give the same answer years later.',
    source: 'Middle Tier’s own design',
    status: 'ours',
    authorityMaySay: false,
  },
  forecasts: {
    records: 'Forecasts, what officers expected of schools, and the shares of schools aimed at',
    months: null,
    from: 'the day they were kept',
    why: 'They are marked when the outcomes are known, and what was not kept cannot be marked.',
    source: 'Middle Tier’s own design',
    status: 'ours',
    authorityMaySay: false,
  },
  'supplied files': {
    records: 'Files of the authority’s own services, about schools and not about children',
    months: null,
    from: 'the day they were kept',
    why: 'Analyses rest on them.',
    source: 'Middle Tier’s own design',
    status: 'ours',
    authorityMaySay: false,
  },
  'people and roles': {
    records: 'Who held which role, and why',
    months: null,
    from: 'the end of the role',
    why: 'The logs name people by what they held.',
    source: 'Middle Tier’s own design',
    status: 'ours',
    authorityMaySay: false,
  },
  mails: {
    records: 'Which mails were sent to whom, and whether they could be; nothing of what they are about',
    months: 24,
    from: 'the day they were queued',
    why: 'So long it can be shown that somebody was told that something waits.',
    source: 'Middle Tier’s own design',
    status: 'ours',
    authorityMaySay: true,
  },
  sessions: {
    records: 'When somebody was signed in, and the links with which passwords are set',
    months: 12,
    from: 'the end of the session or link',
    why: 'So long a sign-in that nobody remembers can be looked into.',
    source: 'Middle Tier’s own design',
    status: 'ours',
    authorityMaySay: false,
  },
  'attempts to sign in': {
    records: 'That somebody tried to sign in: hashes of the name and of where from',
    months: 1,
    from: 'the attempt',
    why: 'They slow down whoever guesses; those that count are a day old at most.',
    source: 'Middle Tier’s own design',
    status: 'ours',
    authorityMaySay: false,
  },
  'forms sent': {
    records: 'Which forms were sent, so that none is done twice; not who sent them, nor what was in them',
    months: 1,
    from: 'the sending',
    why: 'A form is good for 12 hours; for a month it can be told what became of it.',
    source: 'Middle Tier’s own design',
    status: 'ours',
    authorityMaySay: false,
  },
} as const satisfies Readonly<Record<string, RetentionEntry>>;

export type RetentionKind = keyof typeof retentionTable;

export const retentionKinds = Object.keys(retentionTable) as readonly RetentionKind[];

/** How long records of a kind are kept where the authority has not said otherwise. */
export function retentionOf(kind: RetentionKind): RetentionEntry {
  return retentionTable[kind];
}

/** An authority keeps what it may let go for a year at least: an audit comes once a year. */
export const fewestMonths = 12;

/** A hundred years: who wants longer keeps for good. */
export const mostMonths = 1200;
