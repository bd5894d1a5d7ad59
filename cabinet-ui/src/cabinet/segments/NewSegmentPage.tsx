export { NewSegmentPage as default } from './SegmentPage'
