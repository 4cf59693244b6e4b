import { categoryReaders, leaders, type Decision } from './decision.ts';

/** The rows of the decision table on deciding categories, allocation, and what is written with schools. */
export const decisionsOnImprovement = {
  'read what is decided': {
    means: 'Read which category is being decided for a school, by whom and why, before the school is told',
    level: 'authority',
    roles: { all: categoryReaders },
  },
  'decide categories': {
    means:
      'Open a round of categories, decide the category of a school, sign it as the second, and tell the school',
    level: null,
    roles: { all: ['director', 'head of service'] },
  },
  'read papers': {
    means: 'Read notes of visits, audits, diagnoses, plans, reviews and minutes that the authority writes',
    level: 'authority',
    roles: { all: categoryReaders, 'own schools': ['challenge partner'] },
  },
  'read the school’s papers': {
    means: 'Read what the school writes, and of what the authority writes all that was shared with it',
    level: 'school and authority',
    roles: { 'own schools': leaders },
  },
  'write papers': {
    means:
      'Write notes of visits, audits, diagnoses, plans, reviews and minutes, and share them with the school',
    level: null,
    roles: {
      all: ['director', 'head of service', 'intervention officer', 'governor support'],
      'own schools': ['challenge partner'],
    },
  },
  'open papers': {
    means:
      'Open the notes of visits, diagnoses, plans and other papers of a school: only those they may read are in them',
    level: 'school and authority',
    roles: { all: categoryReaders, 'own schools': [...leaders, 'challenge partner'] },
  },
  'take part in papers': {
    means: 'Write papers and answer them, each for their own side: the authority or the school',
    level: null,
    roles: {
      all: ['director', 'head of service', 'intervention officer', 'governor support'],
      'own schools': [...leaders, 'challenge partner'],
    },
  },
  'tell of intelligence': {
    means: 'Put down what came to a service’s ears about a school',
    level: null,
    roles: {
      all: [
        'director',
        'head of service',
        'analyst',
        'intervention officer',
        'governor support',
        'data officer',
      ],
      'own schools': ['challenge partner'],
    },
  },
  'read the intelligence register': {
    means:
      'Open the register of what came to services’ ears about schools: of it they read what they may know of each school, and what they told themselves',
    level: 'authority',
    roles: { all: [...categoryReaders, 'data officer'], 'own schools': ['challenge partner'] },
  },
  'read the allocation': {
    means: 'Read who has which schools, how many, for how long, and which school has nobody',
    level: 'authority',
    roles: { all: categoryReaders },
  },
  'open the page of an adviser': {
    means:
      'See the schools of an officer or challenge partner and what they bring; partners see their own page',
    level: 'authority',
    roles: { all: categoryReaders, 'own schools': ['challenge partner'] },
  },
  'speak of advisers': {
    means:
      'Say what they bring as an adviser and which interests they have in schools; whoever allocates says it of others too',
    level: null,
    roles: {
      all: ['director', 'head of service', 'intervention officer'],
      'own schools': ['challenge partner'],
    },
  },
  'read declared interests': {
    means: 'Read which interests officers and challenge partners have in schools; everybody reads their own',
    level: 'authority',
    roles: { all: ['director', 'head of service', 'auditor'] },
  },
  'read views of partners': {
    means: 'Read how each school rates its challenge partner',
    level: 'authority',
    roles: { all: ['director', 'head of service', 'auditor'] },
  },
  'open views of partners': {
    means:
      'Open how schools rate challenge partners; a partner is told averages of many schools about themselves, and what no school said',
    level: 'authority',
    roles: { all: ['director', 'head of service', 'auditor'], 'own schools': ['challenge partner'] },
  },
  'allocate officers': {
    means: 'Give a school its officer or challenge partner, and end it',
    level: null,
    roles: { all: ['director', 'head of service'] },
  },
} as const satisfies Readonly<Record<string, Decision>>;
