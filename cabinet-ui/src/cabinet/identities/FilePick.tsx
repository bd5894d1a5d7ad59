import { FileInput } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'

type Props = {
  label: string
  description?: string
  accept: string
  value: File | null
  onChange: (file: File | null) => void
  error?: string
}

export function FilePick(props: Props) {
  return <FileInput {...props} clearable leftSection={<IconFileUpload size={18} aria-hidden />} />
}
