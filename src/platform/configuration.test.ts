import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfiguration } from './configuration.ts';
import { KnownError } from './errors.ts';
import { settings, shape } from './settings.ts';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfiguration(environment);
  } catch (error) {
    assert.ok(error instanceof KnownError);
    assert.equal(error.code, 'configuration-invalid');
    return error.whatToDo;
  }
  return [];
}

test('with nothing set, the site is for this computer only, on port 3000, with the embedded database', () => {
  const configuration = readConfiguration({ PATH: '/usr/bin' });
  assert.equal(configuration.host, '127.0.0.1');
  assert.equal(configuration.port, 3000);
  assert.equal(configuration.databaseUrl, null);
  assert.match(configuration.dataFolder, /^\/.*\/data$/);
});

test('a setting that is set to nothing counts as not set', () => {
  assert.equal(readConfiguration({ PORT: '', DATABASE_URL: ' ' }).port, 3000);
});

test('a relative data folder is taken from the folder the command was typed in', () => {
  assert.equal(readConfiguration({ MIDDLETIER_DATA: 'mine' }).dataFolder, `${process.cwd()}/mine`);
});

test('all problems with settings are reported at once, each by name and with what to do', () => {
  const problems = problemsOf({
    PORT: '70000',
    DATABASE_URL: 'mysql://somewhere/else',
    HOST: '0.0.0.0',
    MIDDLETIER_DEBUG: 'yes',
    MIDDLETIER_DTAA: '/srv/data',
  });
  assert.deepEqual(
    problems.map((problem) => problem.split(':')[0]),
    ['DATABASE_URL', 'PORT', 'MIDDLETIER_DEBUG', 'MIDDLETIER_DTAA', 'HOST'],
  );
  for (const problem of problems) assert.match(problem, /Give|Leave|Did you mean|remove/);
});

test('ports that are not whole numbers from 0 to 65535 are refused', () => {
  for (const port of ['-1', '80.5', '65536', 'http', '0x50', '1e3']) {
    assert.equal(problemsOf({ PORT: port }).length, 1, port);
  }
  assert.equal(readConfiguration({ PORT: '0' }).port, 0);
});

test('a misspelt setting is reported with the nearest name', () => {
  assert.match(problemsOf({ MIDDLETIER_DATTA: '/srv' })[0] ?? '', /MIDDLETIER_DATA\?/);
});

test('the password in a database address that cannot be used is not repeated', () => {
  assert.doesNotMatch(problemsOf({ DATABASE_URL: 'mysql://me:hunter2@db' }).join(), /hunter2/);
});

test('an address other computers can reach is refused without an address of the site, and the reason is given', () => {
  for (const host of ['0.0.0.0', '::', '192.168.1.4', 'middletier.example.org', '127.0.0.1.example.org']) {
    assert.match(problemsOf({ HOST: host }).join(), /confidential/, host);
    const address = 'https://middletier.example.org';
    assert.equal(readConfiguration({ HOST: host, MIDDLETIER_ADDRESS: address }).address, address);
  }
  for (const host of ['127.0.0.1', '127.1.2.3', '::1', 'localhost']) {
    assert.equal(readConfiguration({ HOST: host }).host, host);
  }
});

test('the address of the site is a host and nothing after it', () => {
  const addresses = [
    'middletier.example.org',
    'ftp://a.example',
    'https://a.example/b',
    'https://a:b@c.example',
  ];
  for (const address of addresses)
    assert.equal(problemsOf({ MIDDLETIER_ADDRESS: address }).length, 1, address);
  const { address } = readConfiguration({ MIDDLETIER_ADDRESS: 'HTTPS://Middletier.Example.org:443/' });
  assert.equal(address, 'https://middletier.example.org');
});

test('proxies are addresses and ranges, and nothing that everybody is', () => {
  const { proxies } = readConfiguration({ MIDDLETIER_PROXY: '10.0.0.5, 10.1.0.0/16,::1' });
  assert.deepEqual(proxies, ['10.0.0.5', '10.1.0.0/16', '::1']);
  for (const all of ['true', '10.0.0.5,', '10.0.0.0/33', 'proxy.example.org', '10.0.0.5/8/8']) {
    assert.equal(problemsOf({ MIDDLETIER_PROXY: all }).length, 1, all);
  }
});

const provider = {
  MIDDLETIER_OPENID_ISSUER: 'https://id.example.org',
  MIDDLETIER_OPENID_CLIENT: 'middletier',
};

test('a provider has an issuer and a client; what is missing is told', () => {
  assert.equal(readConfiguration({}).provider, null);
  assert.deepEqual(readConfiguration({ ...provider, MIDDLETIER_OPENID_SECRET: 's' }).provider, {
    issuer: 'https://id.example.org',
    client: 'middletier',
    secret: 's',
    button: 'Sign in with your organisation’s account',
    mailClaim: 'email',
    mailIs: 'told',
  });
  assert.match(problemsOf({ MIDDLETIER_OPENID_CLIENT: 'x' }).join(), /^MIDDLETIER_OPENID_ISSUER/);
  assert.match(
    problemsOf({ MIDDLETIER_OPENID_ISSUER: 'https://id.example.org' }).join(),
    /^MIDDLETIER_OPENID_CLIENT/,
  );
  assert.equal(problemsOf({ ...provider, MIDDLETIER_OPENID_ISSUER: 'http://id.example.org' }).length, 1);
});

test('the provider’s secret comes from one place, and is never repeated', () => {
  const both = { MIDDLETIER_OPENID_SECRET: 'hunter2', MIDDLETIER_OPENID_SECRET_FILE: import.meta.filename };
  const problems = problemsOf({ ...provider, ...both });
  assert.match(problems.join(), /Leave one of the two out/);
  assert.doesNotMatch(problems.join(), /hunter2/);
  assert.match(problemsOf({ ...provider, MIDDLETIER_OPENID_SECRET_FILE: '/nowhere' }).join(), /no secret/);
  const read = readConfiguration({
    ...provider,
    MIDDLETIER_OPENID_SECRET_FILE: import.meta.filename,
  }).provider;
  assert.match(read?.secret ?? '', /^import/);
});

test('every setting that is read is in the table that documents it, once', () => {
  assert.deepEqual(settings.map(({ name }) => name).sort(), Object.keys(shape).sort());
});

test('a provider is one organisation’s: of Microsoft Entra one tenant, and not everybody’s', () => {
  for (const all of ['common', 'organizations', 'Consumers', '/common']) {
    const issuer = `https://login.microsoftonline.com/${all}/v2.0`;
    assert.match(problemsOf({ ...provider, MIDDLETIER_OPENID_ISSUER: issuer }).join(), /TENANT-ID/, issuer);
  }
  const own = 'https://login.microsoftonline.com/9122040d-6c67-4c5b-b112-36a304b66dad/v2.0';
  assert.deepEqual(problemsOf({ ...provider, MIDDLETIER_OPENID_ISSUER: own }), []);
});
