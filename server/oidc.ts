import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import { z } from 'zod'
import { secretVariable } from './access/administration.ts'
import { keepProgress, kept, visitorOf } from './access/cookies.ts'
import { signOut } from './access/sessions.ts'
import { proceed, within } from './access/sign-in-steps.ts'
import {
  accountLinkedTo,
  isLoopback,
  providerOf,
  rememberRequest,
  takeRequest,
} from './access/single-sign-on-requests.ts'
import { provinceByCode } from './house.ts'
import type { House, Province } from './kernel/context.ts'
import { Refusal } from './kernel/refusal.ts'

/** Comes back from another site, so it cannot be strict; it lives ten minutes and opens nothing. */
const STATE = 'ngangtam_oidc'
const CALLBACK = '/api/oidc/callback'

const startInput = z.object({
  province: z.string().min(1),
  ve: z
    .string()
    .regex(/^\/(?![/\\])/)
    .catch('/'),
})

/** Authorization code with PKCE, state and nonce; the library checks, this file only remembers. */
export function serveSingleSignOn(app: FastifyInstance, house: House): void {
  app.get('/api/oidc/start', async (request, reply) => {
    const { province: code, ve } = startInput.parse(request.query)
    const province = await provinceByCode(house.database, code)
    const provider = await discovered(house, province)
    const sent = {
      state: `${province.code}.${oidc.randomState()}`,
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    }
    await within(house, province, (db) => rememberRequest(db, { ...sent, returnTo: ve }))
    reply.setCookie(STATE, sent.state, {
      httpOnly: true,
      sameSite: 'lax',
      path: CALLBACK,
      secure: request.protocol === 'https',
      maxAge: 600,
    })
    const address = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: callbackOf(request),
      scope: 'openid',
      state: sent.state,
      nonce: sent.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(sent.verifier),
      code_challenge_method: 'S256',
    })
    return reply.redirect(address.href)
  })

  app.get(CALLBACK, async (request, reply) => {
    reply.clearCookie(STATE, { path: CALLBACK })
    try {
      return await comeBack(house, request, reply)
    } catch (error) {
      if (!(error instanceof Refusal)) request.log.warn(error)
      const says = error instanceof Refusal ? error.message : refusedByProvider
      return reply.redirect(`/dang-nhap?loi=${encodeURIComponent(says)}`)
    }
  })
}

const refusedByProvider =
  'Nhà cung cấp không xác nhận được lượt đăng nhập này. Hãy đăng nhập lại; nếu vẫn vậy hãy báo người quản trị.'

async function comeBack(house: House, request: FastifyRequest, reply: FastifyReply) {
  const { state } = z.object({ state: z.string().catch('') }).parse(request.query)
  const province = await provinceOfState(house, state, request.cookies[STATE])
  const sent = await within(house, province, (db) => takeRequest(db, state))
  if (!sent) throw startAgain()
  const tokens = await oidc.authorizationCodeGrant(
    await discovered(house, province),
    new URL(request.url, callbackOf(request)),
    {
      pkceCodeVerifier: sent.verifier,
      expectedState: state,
      expectedNonce: sent.nonce,
      idTokenExpected: true,
    },
  )
  const claims = tokens.claims()
  const progress = await within(house, province, async (db) => {
    const account = claims && (await accountLinkedTo(db, claims.sub))
    if (!account) throw stranger(claims?.sub)
    return proceed(house, db, province, account, visitorOf(request), ['password'])
  })
  const before = kept(request, 'session')
  if (progress.kind === 'open' && before) await signOut(house, before)
  keepProgress(reply, progress)
  return reply.redirect(
    progress.kind === 'open'
      ? sent.return_to
      : `/dang-nhap?ve=${encodeURIComponent(sent.return_to)}`,
  )
}

/** The browser that comes back must be the one that was sent. */
async function provinceOfState(house: House, state: string, cookie: string | undefined) {
  if (state === '' || state !== cookie) throw startAgain()
  return provinceByCode(house.database, state.split('.')[0] ?? '')
}

const startAgain = () =>
  new Refusal(
    'unauthenticated',
    'Lượt đăng nhập một lần này không khớp, đã dùng hoặc đã quá mười phút. Hãy bấm đăng nhập lại.',
  )

const stranger = (subject: string | undefined) =>
  new Refusal(
    'forbidden',
    `Nhà cung cấp biết bạn (mã người dùng “${subject ?? 'không rõ'}”) nhưng tỉnh chưa nối mã này với tài khoản nào. Hãy gửi mã đó cho người quản trị tài khoản để nối.`,
  )

/** Spelt as a URL is, without a default port: both requests must name it alike. */
const callbackOf = (request: FastifyRequest) =>
  new URL(CALLBACK, `${request.protocol}://${request.host}`).href

/** Asked once an hour for each provider: its addresses and keys. */
const known = new Map<string, { at: number; provider: Promise<oidc.Configuration> }>()

async function discovered(house: House, province: Province): Promise<oidc.Configuration> {
  const settings = await within(house, province, providerOf)
  if (!settings) throw new Refusal('not_found', 'Tỉnh này chưa dùng đăng nhập một lần.')
  const { issuer, client_id } = settings
  const key = `${province.code} ${issuer} ${client_id}`
  const before = known.get(key)
  if (before && performance.now() - before.at < 3_600_000) return before.provider
  const secret = process.env[secretVariable(province.code)]
  const provider = oidc.discovery(
    new URL(issuer),
    client_id,
    undefined,
    secret ? oidc.ClientSecretBasic(secret) : oidc.None(),
    isLoopback(issuer) ? { execute: [oidc.allowInsecureRequests] } : {},
  )
  known.set(key, { at: performance.now(), provider })
  provider.catch(() => known.delete(key))
  return provider.catch((error: unknown) => {
    throw new Refusal(
      'conflict',
      'Chưa liên lạc được với nhà cung cấp đăng nhập một lần. Hãy dùng mật khẩu, và báo người quản trị.',
      error instanceof Error ? error.message : undefined,
    )
  })
}
