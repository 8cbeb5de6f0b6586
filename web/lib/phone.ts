import { useSyncExternalStore } from 'react'

const narrow = window.matchMedia('(max-width: 860px)')

/** Whether the screen is as narrow as a phone: the width at which the styles change too. */
export const usePhone = () =>
  useSyncExternalStore(
    (tell) => {
      narrow.addEventListener('change', tell)
      return () => narrow.removeEventListener('change', tell)
    },
    () => narrow.matches,
  )
