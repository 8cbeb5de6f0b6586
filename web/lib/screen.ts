import { useSyncExternalStore } from 'react'

/** A hook that follows a media query. */
function mediaHook(query: string): () => boolean {
  const media = window.matchMedia(query)
  const subscribe = (tell: () => void) => {
    media.addEventListener('change', tell)
    return () => media.removeEventListener('change', tell)
  }
  return () => useSyncExternalStore(subscribe, () => media.matches)
}

/** Whether the screen is as narrow as a phone: the width at which the styles change too. */
export const usePhone = mediaHook('(max-width: 860px)')

/** Whether the reader asked the system for screens that do not move. */
export const useStill = mediaHook('(prefers-reduced-motion: reduce)')
