import type { Words } from '../../condition/words'
import type { ProgramDoc } from '../document/program'
import type { Editing } from '../editing/useDraftEditing'

/** What every part of the leaflet is given; `edit` only where it can be changed. */
export type PartProps = { doc: ProgramDoc; words: Words; edit: Editing | undefined }
