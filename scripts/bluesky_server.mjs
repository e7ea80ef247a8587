// Starts a real personal data server of Bluesky's protocol on this machine alone, with two accounts, for tests.
//
//   npm install --prefix var/bluesky @atproto/dev-env@0.3.215     (some minutes: a database is compiled)
//   node scripts/bluesky_server.mjs var/bluesky PLC_PORT PDS_PORT
//
// Prints one line of JSON when it is ready, and ends with its standard input.
import net from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder, plc, pds] = process.argv.slice(2)

// The package listens on every network card; nobody outside this machine is to reach it.
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (where, ...rest) {
  const callbacks = rest.filter((each) => typeof each === 'function')
  return typeof where === 'object' ? listen.call(this, where, ...rest) : listen.call(this, Number(where), '127.0.0.1', ...callbacks)
}

const entry = path.resolve(folder, 'node_modules/@atproto/dev-env/dist/index.js')
const { TestNetworkNoAppView } = await import(pathToFileURL(entry).href)
const network = await TestNetworkNoAppView.create({ plc: { port: Number(plc) }, pds: { port: Number(pds), hostname: 'localhost' } })
const api = network.pds.getClient()

async function account(handle) {
  const { data } = await api.com.atproto.server.createAccount({ handle, email: `${handle}@test.example`, password: 'only-for-tests' })
  return { did: data.did, options: { headers: { authorization: `Bearer ${data.accessJwt}` }, encoding: 'application/json' } }
}

const anna = await account('anna.test')
const silent = await account('silent.test')
await api.com.atproto.repo.putRecord(
  {
    repo: anna.did,
    collection: 'app.bsky.actor.profile',
    rkey: 'self',
    record: { $type: 'app.bsky.actor.profile', displayName: 'Anna Spole', description: 'Vävare på Spolverket.\nspolverket.example' },
  },
  anna.options,
)
console.log(JSON.stringify({ anna: anna.did, silent: silent.did }))
process.stdin.resume()
process.stdin.on('end', () => process.exit(0))
