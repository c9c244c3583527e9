import { expect, test } from 'vitest';
import { addressesIn, clientAddress, isRange, limitedAs } from './addresses.ts';

const trusted = addressesIn(['10.0.0.0/8', '192.0.2.1', 'fd00::/8']);

test.each([
  ['nobody is trusted that is not named', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['a trusted proxy is believed', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['and so is a chain of them', '10.0.0.1', '198.51.100.1, 192.0.2.1, 10.9.9.9', '198.51.100.1'],
  ['what a client makes up is never reached', '10.0.0.1', '127.0.0.1, 198.51.100.1', '198.51.100.1'],
  ['what is no address ends the way', '10.0.0.1', '198.51.100.1, unknown', '10.0.0.1'],
  ['all trusted: the first of them', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
  ['IPv6 has proxies, too', 'fd00::1', '2001:db8::7', '2001:db8::7'],
  ['an IPv4 address is one, however it is written', '::ffff:10.0.0.1', '::ffff:198.51.100.1', '198.51.100.1'],
  [
    'an address of this link may name an interface, which is no part of it',
    'fd00::1',
    'fe80::7%eth0',
    'fe80::7',
  ],
])('%s', (_, peer, forwarded, expected) => expect(clientAddress(peer, forwarded, trusted)).toBe(expected));

test('without a header it is the connection', () =>
  expect(clientAddress('10.0.0.1', undefined, trusted)).toBe('10.0.0.1'));

test('a range is an address, or one with a prefix', () => {
  for (const text of ['10.0.0.0/8', '::1', 'fd00::/8', '192.0.2.1/32'])
    expect([text, isRange(text)]).toEqual([text, true]);
  for (const text of ['10.0.0.0/33', 'example.com', '10.0.0.0/', '10.0.0.0/8/8', 'fd00::/129', ''])
    expect([text, isRange(text)]).toEqual([text, false]);
});

test('a site with IPv6 has one limit, however many addresses it uses', () => {
  expect(limitedAs('198.51.100.1')).toBe('198.51.100.1');
  expect(limitedAs('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(limitedAs('2001:db8:1:2::9')).toBe('2001:db8:1:2::/64');
  expect(limitedAs('2001:db8::9')).toBe('2001:db8:0:0::/64');
  expect(limitedAs('::1')).toBe('0:0:0:0::/64');
});
