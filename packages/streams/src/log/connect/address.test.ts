import { describe, expect, test } from 'vitest';
import { AddressError, parseAddress, textOfAddress } from './address.ts';

const plain = { login: {}, sentinelLogin: {}, database: 0, tls: undefined, natMap: {} };

describe('an address', () => {
  test.each([
    ['redis://127.0.0.1', { ...plain, kind: 'standalone', endpoints: [{ host: '127.0.0.1', port: 6379 }] }],
    [
      'redis://[::1]:7000/5',
      { ...plain, kind: 'standalone', endpoints: [{ host: '::1', port: 7000 }], database: 5 },
    ],
    [
      'rediss://quick%40mart:p%2Fw@redis.example:6380',
      {
        ...plain,
        kind: 'standalone',
        endpoints: [{ host: 'redis.example', port: 6380 }],
        login: { username: 'quick@mart', password: 'p/w' },
        tls: {},
      },
    ],
    [
      'redis+sentinel://:pw@h1:26379,h2/mymaster/3?sentinelUsername=s&sentinelPassword=x%3Dy',
      {
        ...plain,
        kind: 'sentinel',
        endpoints: [
          { host: 'h1', port: 26379 },
          { host: 'h2', port: 26379 },
        ],
        login: { password: 'pw' },
        sentinelLogin: { username: 's', password: 'x=y' },
        master: 'mymaster',
        database: 3,
      },
    ],
    [
      'rediss+cluster://h1:7001,h2:7002?ca=/a/ca.pem&cert=/a/c.pem&key=/a/k.pem&natMap=172.18.0.2:6379=localhost:7001,172.18.0.3:6379=localhost:7002',
      {
        ...plain,
        kind: 'cluster',
        endpoints: [
          { host: 'h1', port: 7001 },
          { host: 'h2', port: 7002 },
        ],
        tls: { ca: '/a/ca.pem', cert: '/a/c.pem', key: '/a/k.pem' },
        natMap: {
          '172.18.0.2:6379': { host: 'localhost', port: 7001 },
          '172.18.0.3:6379': { host: 'localhost', port: 7002 },
        },
      },
    ],
  ])('%s', (text, address) => {
    expect(parseAddress(text)).toEqual(address);
  });

  test.each([
    ['localhost:6379', 'must look like redis://'],
    ['http://localhost', 'must look like redis://'],
    ['redis://', 'must look like redis://'],
    ['redis://host:0', 'must look like redis://'],
    ['redis://host:65536', 'must look like redis://'],
    ['redis://h1,h2', 'one server has one host'],
    ['redis://host/five', 'the number of the database must be a whole number'],
    ['redis+sentinel://h1', 'behind the sentinels stands what they call the master'],
    ['redis+cluster://h1/1', 'a cluster has one database'],
    ['redis://host?ca=/a.pem', 'ca, cert and key are for TLS'],
    ['rediss://host?cert=/a.pem', 'cert and key go together'],
    ['redis://host?sentinelPassword=hunter2', 'are for redis+sentinel://'],
    ['redis://host?natMap=a:1=b:2', 'natMap is for'],
    ['redis+cluster://host?natMap=a:1', 'must look like redis://'],
    ['redis://host?family=6', 'its parameters are ca, cert'],
    ['redis://:hunter2%@host', 'special characters are encoded'],
  ])('%s is none', (text, said) => {
    const parsed = () => parseAddress(text);
    expect(parsed).toThrow(AddressError);
    expect(parsed).toThrow(said);
    expect(parsed).not.toThrow('hunter2');
  });

  test('has no secrets in its text', () => {
    const text = (url: string) => textOfAddress(parseAddress(url));
    expect(text('redis://u:hunter2@[::1]:7000/5')).toBe('[::1]:7000');
    expect(text('redis+sentinel://u:hunter2@h1,h2:5/m?sentinelPassword=hunter2')).toBe(
      'm of the sentinels h1:26379, h2:5',
    );
    expect(text('redis+cluster://u:hunter2@h1:7001')).toBe('the cluster h1:7001');
  });
});
