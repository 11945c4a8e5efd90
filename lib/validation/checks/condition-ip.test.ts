import { checkCases } from '@/lib/testing/check-cases';
import { when } from '@/lib/testing/policy-texts';

const ip = (values: string, operator = 'IpAddress', key = 'aws:SourceIp') =>
  when(`{ "${operator}": { "${key}": ${values} } }`);
const not = (values: string) => ip(values, 'NotIpAddress');

checkCases('PRIVATE_IP_ADDRESS', {
  invalid: [
    ip('«"10.0.0.0/8"»'),
    ip('«["172.16.5.0/24", "192.168.1.1"]»'),
    ip('«"fd00::/8"»'),
    ip('«"10.1.2.3"»', 'IpAddressIfExists'),
  ],
  valid: [
    ip('"203.0.113.0/24"'),
    ip('["10.0.0.0/8", "203.0.113.0/24"]'),
    ip('"8.0.0.0/6"'),
    ip('"172.32.0.0/16"'),
    when('{ "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }, "StringEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" } }'),
  ],
});

checkCases('PRIVATE_NOT_IP_ADDRESS', {
  invalid: [not('«"192.168.0.0/16"»'), not('«["10.0.0.0/8"]»')],
  valid: [not('"203.0.113.0/24"'), not('["10.0.0.0/8", "203.0.113.0/24"]')],
});

checkCases('PRIVATE_IP_ADDRESS_SUBSET', {
  invalid: [ip('[«"10.0.0.0/8"», "203.0.113.0/24"]'), ip('["203.0.113.9", «"10.1.2.3"», «"192.168.1.0/24"»]')],
  valid: [ip('["203.0.113.0/24", "198.51.100.0/24"]'), ip('["10.0.0.0/8"]')],
  fixed: [[ip('["10.0.0.0/8", "203.0.113.0/24"]'), ip('["203.0.113.0/24"]')]],
});

checkCases('PRIVATE_NOT_IP_ADDRESS_SUBSET', {
  invalid: [not('[«"10.0.0.0/8"», "203.0.113.0/24"]')],
  valid: [not('["10.0.0.0/8"]'), not('["203.0.113.0/24"]')],
});

checkCases('IMPROVE_IP_RANGE', {
  invalid: [ip('«"203.0.113.9/24"»'), not('["203.0.113.0/24", «"198.51.100.7/31"»]'), ip('«"2001:db8::1/32"»')],
  valid: [
    ip('"203.0.113.0/24"'),
    ip('"203.0.113.9"'),
    ip('"203.0.113.9/32"'),
    ip('"2001:db8::/32"'),
    ip('"203.0.113.9/40"'),
  ],
  fixed: [
    [ip('"203.0.113.9/24"'), ip('"203.0.113.0/24"')],
    [ip('"2001:db8::1/32"'), ip('"2001:db8::/32"')],
  ],
});
