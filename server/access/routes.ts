import { whoAmI } from './sessions.ts'

export const accessRoutes = { 'GET /me': whoAmI }
