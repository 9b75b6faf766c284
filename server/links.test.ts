import { expect, test } from 'vitest';
import { linkOrigin, opensToNetwork, printedOrigin } from './links.ts';

const local = { host: '127.0.0.1', port: 3000, publicUrl: null, startCommand: 'npm start' };
const network = { ...local, host: '0.0.0.0' };
const known = { ...network, publicUrl: 'https://postil.example.org' };

test('on this machine alone, links say localhost', () => {
  expect(printedOrigin(local)).toBe('http://localhost:3000');
  expect(opensToNetwork(local)).toBe('HOST=0.0.0.0 npm start');
  expect(opensToNetwork({ ...local, port: 3400 })).toBe('HOST=0.0.0.0 PORT=3400 npm start');
  const elsewhere = { ...local, startCommand: 'DATA_DIR=/srv/postil npm start' };
  expect(opensToNetwork(elsewhere)).toBe('HOST=0.0.0.0 DATA_DIR=/srv/postil npm start');
});

test('open to the network, links never carry 0.0.0.0', () => {
  expect(printedOrigin(network)).toMatch(/^http:\/\/(\d+\.\d+\.\d+\.\d+|localhost):3000$/);
  expect(printedOrigin(network)).not.toContain('0.0.0.0');
  expect(opensToNetwork(network)).toBeNull();
});

test('PUBLIC_URL wins', () => {
  expect(printedOrigin(known)).toBe('https://postil.example.org');
  expect(linkOrigin(known, 'localhost:3000')).toBe('https://postil.example.org');
});

test('a person’s own host is used, unless others could not reach it', () => {
  expect(linkOrigin(local, '127.0.0.1:3000')).toBe('http://127.0.0.1:3000');
  expect(linkOrigin(network, '192.168.1.7:3000')).toBe('http://192.168.1.7:3000');
  expect(linkOrigin(network, 'localhost:3000')).toBe(printedOrigin(network));
});
