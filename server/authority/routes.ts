import { whoMay } from './who-may.ts'

export const authorityRoutes = {
  'GET /authority/who-may': whoMay,
}
