/** What a role may be held for: all of an authority, one school, or the schools of a federation, trust, diocese or division. */
export type ScopeKind = 'authority' | 'school' | 'federation' | 'trust' | 'diocese' | 'division';

/** Whose person it is: staff of the authority, or somebody it works with. */
export type RoleOf = 'authority' | 'school' | 'partner' | 'public body' | 'computer';

interface RoleMeaning {
  readonly name: string;
  readonly of: RoleOf;
  /** In the words of the profession, for whoever gives the role. */
  readonly meaning: string;
  readonly scopes: readonly ScopeKind[];
}

const whole = ['authority'] as const;
const ofASchool = ['school', 'federation'] as const;

/** Every role there is. A person may hold several at once, each from a day to a day. */
export const roles = {
  director: {
    name: 'Director',
    of: 'authority',
    meaning: 'Answers for every child’s education in the area, and for the use of the authority’s powers.',
    scopes: whole,
  },
  'head of service': {
    name: 'Head of service',
    of: 'authority',
    meaning: 'Leads school improvement: decides, signs and sees everything officers do.',
    scopes: whole,
  },
  analyst: {
    name: 'Analyst',
    of: 'authority',
    meaning: 'Analyses performance and risk of every school.',
    scopes: whole,
  },
  'intervention officer': {
    name: 'Intervention officer',
    of: 'authority',
    meaning: 'Works with the schools given to them; sees all, to cover for colleagues.',
    scopes: ['authority', 'school', 'federation'],
  },
  'governor support': {
    name: 'Governor support',
    of: 'authority',
    meaning: 'Supports governing boards and keeps what is known of governance.',
    scopes: whole,
  },
  'data officer': {
    name: 'Data officer',
    of: 'authority',
    meaning: 'Loads official files and files of the authority’s own services.',
    scopes: whole,
  },
  administrator: {
    name: 'Administrator',
    of: 'authority',
    meaning: 'Gives and ends access. Sees no category, and cannot give a role to themselves.',
    scopes: whole,
  },
  'information officer': {
    name: 'Information officer',
    of: 'authority',
    meaning: 'Answers requests for information, and looks at who has read and changed what.',
    scopes: whole,
  },
  'challenge partner': {
    name: 'Education challenge partner',
    of: 'partner',
    meaning: 'An external adviser of the schools given to them, and of no other.',
    scopes: ['school', 'federation'],
  },
  'system leader': {
    name: 'System leader',
    of: 'partner',
    meaning: 'A leader of a strong school, while they support another: that school only.',
    scopes: ['school'],
  },
  headteacher: {
    name: 'Headteacher',
    of: 'school',
    meaning: 'Is told in confidence what the authority thinks of the school, and answers.',
    scopes: ofASchool,
  },
  chair: {
    name: 'Chair of governors',
    of: 'school',
    meaning: 'Is told in confidence what the authority thinks of the school, and answers.',
    scopes: ofASchool,
  },
  governor: {
    name: 'Governor',
    of: 'school',
    meaning: 'Sees what is published of the school, what it is entitled to and whom to ask.',
    scopes: ofASchool,
  },
  clerk: {
    name: 'Clerk to governors',
    of: 'school',
    meaning: 'Sees what the school is asked, by when, and whom to ask; not the category.',
    scopes: ofASchool,
  },
  'elected member': {
    name: 'Elected member',
    of: 'public body',
    meaning: 'Sees how the area’s schools stand together, and which schools of their division cause concern.',
    scopes: ['division'],
  },
  'scrutiny member': {
    name: 'Scrutiny panel member',
    of: 'public body',
    meaning: 'Sees how the area’s schools stand together; no school by name.',
    scopes: whole,
  },
  'board member': {
    name: 'Improvement board member',
    of: 'public body',
    meaning: 'Sees how the area’s schools stand together; no school by name.',
    scopes: whole,
  },
  'diocese officer': {
    name: 'Diocesan officer',
    of: 'partner',
    meaning: 'Is told of the schools of the diocese that cause concern.',
    scopes: ['diocese'],
  },
  'trust officer': {
    name: 'Trust officer',
    of: 'partner',
    meaning: 'Is told in confidence what the authority thinks of the schools of the trust.',
    scopes: ['trust'],
  },
  auditor: {
    name: 'Auditor',
    of: 'authority',
    meaning: 'Reads everything, the logs included, and changes nothing.',
    scopes: whole,
  },
  operator: {
    name: 'Operator',
    of: 'computer',
    meaning: 'Whoever types commands on the computer Middle Tier runs on. Nobody signs in as the operator.',
    scopes: whole,
  },
} as const satisfies Readonly<Record<string, RoleMeaning>>;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as readonly Role[];

/** Roles a person can be given; the operator’s is nobody’s. */
export const rolesToGive: readonly Role[] = roleNames.filter((role) => role !== 'operator');

/** Who works for the authority: everybody it knows may see their names and what they are there for. */
export const staffRoles: readonly Role[] = roleNames.filter((role) => roles[role].of === 'authority');

/** What a role is and what it may be held for. */
export function roleMeaning(role: Role): RoleMeaning {
  return roles[role];
}
