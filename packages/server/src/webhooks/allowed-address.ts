/**
 * Which addresses webhooks may call. An address is chosen by an administrator of the desk, and called from inside the
 * network: without this, a webhook would be a way to every service that trusts its neighbours (server-side request forgery).
 */
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Not of the public internet (IANA's special-purpose registries); what embeds an IPv4 address could name any of them. */
const SPECIAL = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
  ...['::/96', '::ffff:0:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '100:0:0:1::/64', '2001::/23'],
  ...['2001:db8::/32', '2002::/16', '3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
];
const special = listOf(SPECIAL);

/** `networks`: those of one's own that are allowed all the same, "10.0.0.0/8" or single addresses. */
export function isAllowed(address: string, networks: readonly string[]): boolean {
  const bare = address.replace(/%.*$/, '');
  if (isIP(bare) === 0) return false;
  return !holds(special, bare) || isOwn(bare, networks);
}

/** Whether it lies in a network that was allowed by name. */
export function isOwn(address: string, networks: readonly string[]): boolean {
  return networks.length > 0 && isIP(address) !== 0 && holds(listOf(networks), address);
}

function holds(list: BlockList, address: string): boolean {
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}
