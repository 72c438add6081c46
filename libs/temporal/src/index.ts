export { workflowBundle, type BundleOptions } from './workflow-bundle.js';
export { dataConverter, failureConverterPath } from './data-converter.js';
