/**
 * For a test only: `node --import ./server/outbound-watch.ts …` writes down every attempt to reach
 * another machine or to ask for a name, in this thread and in every worker, to OUTBOUND_LOG.
 */
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import net from 'node:net'

const file = process.env.OUTBOUND_LOG ?? ''

type Call = (this: unknown, ...args: unknown[]) => unknown

/** Every way out of Node ends in one of these: fetch, http, https, tls and pg connect a socket. */
watch(net.Socket.prototype, 'connect')
watch(dgram.Socket.prototype, 'send')
watch(dgram.Socket.prototype, 'connect')
for (const asker of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(asker)) {
    if (/^(lookup|lookupService|reverse|resolve\w*)$/.test(name)) watch(asker, name)
  }
}

function watch(owner: object, name: string): void {
  const asked = owner as Record<string, unknown>
  const original = asked[name]
  if (typeof original !== 'function') return
  const call = original as Call
  asked[name] = function watched(this: unknown, ...args: unknown[]) {
    // The address a server listens on is looked up too; a plain address asks nobody.
    const isOwn = name.startsWith('lookup') && net.isIP(String(args[0])) > 0
    if (!isOwn) appendFileSync(file, `${name} ${JSON.stringify(args.slice(0, 2))}\n`)
    return call.apply(this, args)
  }
}
