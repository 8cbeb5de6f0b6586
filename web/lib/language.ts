import { useSyncExternalStore } from 'react'

export type Language = 'vi' | 'en'

/** The same words in both languages; English may not miss one. */
export interface Words<T> {
  vi: T
  en: { [K in keyof T]: T[K] extends string ? string : T[K] }
}

const STORED = 'ngangtam.language'
const listeners = new Set<() => void>()
let current: Language = localStorage.getItem(STORED) === 'en' ? 'en' : 'vi'
document.documentElement.lang = current

export function speak(language: Language): void {
  current = language
  localStorage.setItem(STORED, language)
  document.documentElement.lang = language
  for (const tell of listeners) tell()
}

export function useLanguage(): Language {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => current,
  )
}

/** The words of a screen in the language of the reader. */
export function useWords<T>(words: Words<T>): T {
  return words[useLanguage()] as T
}

export const wordsOf = <T>(vi: T, en: Words<T>['en']): Words<T> => ({ vi, en })
