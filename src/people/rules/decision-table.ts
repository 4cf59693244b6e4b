import { categoryReaders, leaders, type Condition, type Decision } from './decision.ts';
import { decisionsOnImprovement } from './decisions-on-improvement.ts';
import { roleNames, staffRoles, type Role } from './roles.ts';

export type { Condition, Decision } from './decision.ts';

/**
 * Who may do what to what, on which condition: the one place. Pages and commands ask it before they begin
 * (`permissions.ts`), the row policies are made of it (`row-conditions.ts`), a page and a command print it, and the tests
 * of roles are generated from it. A role that is not in a row may not.
 */
export const decisionTable = {
  'read published data': {
    means: 'Read what government has published about schools, and how categories are decided',
    level: 'public',
    roles: { all: roleNames },
  },
  'read the directory': {
    means: 'See everybody the authority knows, with their roles and schools',
    level: 'authority',
    roles: { all: [...staffRoles, 'operator'] },
  },
  'read categories': {
    means: 'Read a school’s category and the reasons for it',
    level: 'school and authority',
    roles: {
      all: categoryReaders,
      'own schools': [...leaders, 'challenge partner', 'system leader', 'trust officer'],
      'own schools of concern': ['diocese officer'],
    },
  },
  'read lists of categories': {
    means: 'Open the lists of schools by category: only schools whose category they may read are in them',
    level: 'school and authority',
    roles: {
      all: [...categoryReaders, 'challenge partner', 'system leader', 'trust officer', 'diocese officer'],
    },
  },
  'read the summary': {
    means: 'Read how many schools are in each group; small numbers are left out',
    level: 'members',
    roles: { all: [...categoryReaders, 'elected member', 'scrutiny member', 'board member'] },
  },
  'read the trajectory': {
    means:
      'Read which share of schools is forecast to be good, with its ranges, and which is aimed at; small groups are left out, and of single schools only those are shown whose category they may read',
    level: 'members',
    roles: {
      all: [
        ...categoryReaders,
        ...(['challenge partner', 'system leader', 'trust officer', 'diocese officer'] as const),
        ...(['elected member', 'scrutiny member', 'board member'] as const),
      ],
    },
  },
  'read concerns': {
    means: 'Read which schools cause concern',
    level: 'members',
    roles: {
      all: categoryReaders,
      'own schools': ['challenge partner', 'system leader', 'trust officer', 'diocese officer', ...leaders],
      'own schools of concern': ['elected member'],
    },
  },
  'run an analysis': {
    means: 'Analyse every school as at a date, and keep what comes of it',
    level: null,
    roles: { all: ['head of service', 'analyst', 'operator'] },
  },
  'make a forecast': {
    means: 'Forecast how every school will be judged, as at a date, and keep the forecast to be marked later',
    level: null,
    roles: { all: ['head of service', 'analyst', 'operator'] },
  },
  'expect an outcome': {
    means: 'Write down how they themselves expect a school to stand by a day, to be marked later',
    level: null,
    roles: { all: ['head of service', 'intervention officer'], 'own schools': ['challenge partner'] },
  },
  'read expectations': {
    means: 'Read how officers expect a school to stand, and how right they were before',
    level: 'authority',
    roles: { all: categoryReaders, 'own schools': ['challenge partner'] },
  },
  'set targets': {
    means: 'Say which share of schools is aimed at by a day',
    level: null,
    roles: { all: ['director', 'head of service', 'operator'] },
  },
  'read how right we were': {
    means:
      'See how right forecasts were when inspections followed, as far as they may read what was forecast, and their own expectations',
    level: 'members',
    roles: {
      all: [...categoryReaders, 'challenge partner', 'elected member', 'scrutiny member', 'board member'],
    },
  },
  'read the marks of officers': {
    means: 'See how right each officer’s expectations were, once the officer has had time to see it first',
    level: 'authority',
    roles: { all: ['director', 'head of service', 'analyst', 'auditor', 'operator'] },
  },
  'adopt a scheme': {
    means:
      'Take on the criteria by which categories are proposed, and choose whether forecasts use the deprivation of the area',
    level: null,
    roles: { all: ['director', 'head of service', 'operator'] },
  },
  'import files': {
    means: 'Load official files, and undo an import',
    level: null,
    roles: { all: ['analyst', 'data officer', 'operator'] },
  },
  'read what was supplied': {
    means: 'Read what the authority’s own services told of a school',
    level: 'school and authority',
    roles: {
      all: [...categoryReaders, 'data officer'],
      'own schools': [...leaders, 'challenge partner', 'system leader', 'trust officer'],
    },
  },
  'read supplied files': {
    means: 'Read the files of the authority’s own services, with what was wrong in them',
    level: 'authority',
    roles: { all: [...categoryReaders, 'data officer'] },
  },
  'supply files': {
    means: 'Keep a file of the authority’s own services, and undo it',
    level: null,
    roles: {
      all: [
        'head of service',
        'analyst',
        'intervention officer',
        'governor support',
        'data officer',
        'operator',
      ],
    },
  },
  'read the school’s own page': {
    means: 'Read what a school is entitled to, who its officer is and what it is asked by when',
    level: 'school and authority',
    roles: {
      all: categoryReaders,
      'own schools': [...leaders, 'governor', 'clerk', 'challenge partner'],
    },
  },
  'read the correspondence': {
    means:
      'Read who confirmed having read the category, what head and chair replied, and what the school answered',
    level: 'school and authority',
    roles: { all: categoryReaders, 'own schools': [...leaders, 'challenge partner'] },
  },
  'read officers’ notes': {
    means: 'Read what officers note of a school for one another',
    level: 'authority',
    roles: { all: categoryReaders },
  },
  'ask a school': {
    means: 'Ask a school for something by a day',
    level: null,
    roles: {
      all: ['head of service', 'intervention officer', 'governor support'],
      'own schools': ['challenge partner'],
    },
  },
  'answer for the school': {
    means: 'Confirm that the category has been read, and reply to it and to what is asked',
    level: null,
    roles: { 'own schools': leaders },
  },
  ...decisionsOnImprovement,
  'manage people': {
    means: 'Invite people, give them roles and end them (never their own)',
    level: null,
    roles: { all: ['administrator', 'operator'] },
  },
  'read who has access': {
    means: 'See who has access to what, since when and why',
    level: 'authority',
    roles: {
      all: ['director', 'head of service', 'administrator', 'information officer', 'auditor', 'operator'],
    },
  },
  'delegate a role': {
    means: 'Let a colleague stand in for them, from a day to a day',
    level: null,
    roles: {
      all: [
        'director',
        'head of service',
        'analyst',
        'intervention officer',
        'governor support',
        'data officer',
        'information officer',
      ],
    },
  },
  'read the reading log': {
    means: 'See who read what was in confidence, and when',
    level: 'authority',
    roles: { all: ['information officer', 'auditor', 'operator'] },
  },
  'read the change log': {
    means: 'See everything that was changed: who, when, from what to what, why',
    level: 'authority',
    roles: { all: ['director', 'information officer', 'auditor', 'operator'] },
  },
  'send mail': {
    means: 'Send the mails that wait, and see which could not be sent; not what they are about',
    level: 'authority',
    roles: { all: ['administrator', 'operator'] },
  },
  'keep the logs': {
    means: 'Say how long records of each kind are kept, and let go of what has been kept long enough',
    level: null,
    roles: { all: ['information officer', 'operator'] },
  },
} as const satisfies Readonly<Record<string, Decision>>;

/** What a page, a command or an action asks for before it does anything. */
export type Permission = keyof typeof decisionTable;

export const permissions = Object.keys(decisionTable) as readonly Permission[];

/** One row of the table. */
export function decisionOn(permission: Permission): Decision {
  return decisionTable[permission];
}

/** The roles that may do a thing on a condition. */
export function rolesWith(permission: Permission, condition: Condition): readonly Role[] {
  return decisionOn(permission).roles[condition] ?? [];
}

/** On which condition a role may do a thing; the widest, and `null` where it may not. */
export function conditionFor(role: Role, permission: Permission): Condition | null {
  const conditions = ['all', 'own schools', 'own schools of concern'] as const;
  return conditions.find((condition) => rolesWith(permission, condition).includes(role)) ?? null;
}
