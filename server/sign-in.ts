import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { drop, keepProgress, kept, visitorOf } from './access/cookies.ts'
import { mustBeOwnPage } from './access/same-origin.ts'
import { sessionOf, signOut } from './access/sessions.ts'
import { awaitsSetUp, issueSetUpCode, setUp, setUpInput } from './access/set-up.ts'
import {
  finishEnrolment,
  finishWithCode,
  finishWithPassword,
  startStepEnrolment,
  stepOf,
} from './access/sign-in-finish.ts'
import { type Progress, signIn, signInInput, within } from './access/sign-in-steps.ts'
import { singleSignOnLabel } from './access/single-sign-on-requests.ts'
import { provinceByCode, provinces } from './house.ts'
import type { House } from './kernel/context.ts'
import type { Identify } from './kernel/http.ts'
import { Refusal } from './kernel/refusal.ts'
import { serveSingleSignOn } from './oidc.ts'
import { demonstrationAccounts } from './seed/accounts.ts'

/** Hashing is dear on purpose; a whole office behind one address signs in at eight o'clock. */
const BY_ADDRESS = { rateLimit: { max: 120, timeWindow: '1 minute', hook: 'preHandler' } } as const

/** The only routes open to someone who has not signed in. */
export function serveSignIn(app: FastifyInstance, house: House): void {
  app.addHook('onRequest', mustBeOwnPage)
  app.addHook('onRequest', keepNoSecretAnswers)
  slowDownGuesses(app)

  app.get('/api/provinces', async () => {
    const all = await provinces(house.database)
    return Promise.all(
      all.map(async (province) => ({
        code: province.code,
        name: province.name,
        demonstration: province.demonstration,
        looksAt: province.looks_at,
        ...(await within(house, province, async (db) => ({
          awaitsSetUp: await awaitsSetUp(db, province),
          singleSignOn: await singleSignOnLabel(db),
        }))),
        accounts: province.demonstration ? demonstrationAccounts(province.code) : [],
      })),
    )
  })

  app.post('/api/sign-in', { config: BY_ADDRESS }, async (request, reply) => {
    const input = parsed(signInInput, request.body)
    const province = await provinceByCode(house.database, input.province)
    const progress = await signIn(house, province, input, visitorOf(request))
    return forward(house, request, reply, progress)
  })

  serveSteps(app, house)

  app.post('/api/set-up', { config: BY_ADDRESS }, async (request) => {
    const input = parsed(setUpInput, request.body)
    await setUp(
      house,
      await provinceByCode(house.database, input.province),
      input,
      visitorOf(request),
    )
    return { ready: true }
  })

  app.post('/api/sign-out', async (request, reply) => {
    const session = kept(request, 'session')
    if (session) await signOut(house, session)
    drop(reply, 'session')
    return { signedIn: false }
  })

  serveSingleSignOn(app, house)
  sayHowToSetUp(app, house)
}

/** Second factor, own password, enrolment: whichever the first step left open. */
function serveSteps(app: FastifyInstance, house: House): void {
  app.get('/api/sign-in/step', async (request) => {
    const step = kept(request, 'step')
    return { awaits: (step && (await stepOf(house, step))) ?? null }
  })

  app.post('/api/sign-in/code', { config: BY_ADDRESS }, async (request, reply) => {
    const { code } = parsed(codeInput, request.body)
    const progress = await finishWithCode(house, stepIn(request), code, visitorOf(request))
    return forward(house, request, reply, progress)
  })

  app.post('/api/sign-in/password', { config: BY_ADDRESS }, async (request, reply) => {
    const { password } = parsed(passwordInput, request.body)
    const progress = await finishWithPassword(house, stepIn(request), password, visitorOf(request))
    return forward(house, request, reply, progress)
  })

  app.post('/api/sign-in/enrolment', async (request) => startStepEnrolment(house, stepIn(request)))

  app.post(
    '/api/sign-in/enrolment/confirmation',
    { config: BY_ADDRESS },
    async (request, reply) => {
      const { code } = parsed(codeInput, request.body)
      const done = await finishEnrolment(house, stepIn(request), code, visitorOf(request))
      const said = await forward(house, request, reply, done.progress)
      return { ...said, recoveryCodes: done.recoveryCodes }
    },
  )
}

const codeInput = z.object({ code: z.string().trim().min(6, 'Hãy nhập mã xác thực.').max(40) })
const passwordInput = z.object({ password: z.string().min(1, 'Hãy nhập mật khẩu mới.').max(600) })

function parsed<T extends z.ZodType>(shape: T, body: unknown): z.output<T> {
  const read = shape.safeParse(body)
  if (read.success) return read.data
  throw new Refusal('invalid', read.error.issues.map(({ message }) => message).join(' '))
}

function stepIn(request: FastifyRequest): string {
  const step = kept(request, 'step')
  if (step) return step
  throw new Refusal('unauthenticated', 'Lượt đăng nhập này đã hết. Hãy đăng nhập lại từ đầu.')
}

/** A session that was open in this browser ends with the new one: no token outlives a sign-in. */
async function forward(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  progress: Progress,
) {
  const before = kept(request, 'session')
  if (progress.kind === 'open' && before) await signOut(house, before)
  return keepProgress(reply, progress)
}

const GUESSES = /^\/api\/own-account\/(password|second-factor|recovery-codes)/

/** Behind the door a password or code is asked for once more: five guesses a minute are enough. */
function slowDownGuesses(app: FastifyInstance): void {
  const slow = app.rateLimit({
    max: 5,
    timeWindow: '1 minute',
    keyGenerator: (request) => kept(request, 'session') ?? request.ip,
  })
  app.addHook('onRoute', (route) => {
    const isGuess = GUESSES.test(route.url) && route.method === 'POST'
    if (isGuess) route.preHandler = [route.preHandler ?? [], slow].flat()
  })
}

/** Answers kept for an Idempotency-Key would keep temporary passwords and recovery codes for a day. */
async function keepNoSecretAnswers({ url, headers }: FastifyRequest): Promise<void> {
  if (/^\/api\/(own-account|accounts)\b/.test(url)) delete headers['idempotency-key']
}

/** A real province without accounts: whoever reads the server's console holds the first key. */
function sayHowToSetUp(app: FastifyInstance, house: House): void {
  app.addHook('onListen', async () => {
    for (const province of await provinces(house.database)) {
      const code = await within(house, province, async (db) =>
        (await awaitsSetUp(db, province)) ? issueSetUpCode(db) : undefined,
      )
      if (code)
        console.log(
          `\n${province.name} chưa có tài khoản. Mở /thiet-lap, mã thiết lập (dùng một lần, trong một ngày): ${code}`,
        )
    }
  })
}

export function identifyByCookie(house: House): Identify {
  return async (request: FastifyRequest) => {
    const session = kept(request, 'session')
    return session ? sessionOf(house, session) : undefined
  }
}
