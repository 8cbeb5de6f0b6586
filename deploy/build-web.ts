/** Builds the web application ahead of the first start, for installations that are read-only then. */
import { buildWeb } from '#server/web-build.ts'

await buildWeb()
