export { NewAutomationPage as default } from './AutomationPage'
