import type { ConfigProviderProps } from 'antd'
import english from 'antd/es/locale/en_US.js'
import vietnamese from 'antd/es/locale/vi_VN.js'
import type { Language } from './language.ts'

type Locale = NonNullable<ConfigProviderProps['locale']>

/** The package holds ES modules without saying so: the compiler sees a `default`, the bundler none. */
const localeIn = (module: object): Locale =>
  ('default' in module ? module.default : module) as Locale

export const antdLocales: Record<Language, Locale> = {
  vi: localeIn(vietnamese),
  en: localeIn(english),
}
