import { MemberPages } from './MemberPages'
import { mountLight } from './mountLight'

mountLight(<MemberPages />)
