import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ask } from '#web/lib/api.ts'

/** A print leaves its entry whether it began with our button or with Ctrl+P. */
export function usePrintRecord(id: number): void {
  const client = useQueryClient()
  useEffect(() => {
    const record = () =>
      void ask('POST /cadres/:id/prints', { id }).then(
        () => client.invalidateQueries({ queryKey: ['GET /cadres/:id/log'] }),
        () => undefined,
      )
    window.addEventListener('beforeprint', record)
    return () => window.removeEventListener('beforeprint', record)
  }, [id, client])
}
