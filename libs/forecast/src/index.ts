export type { DayCount, UnitBasis, Waiting } from './basis.js';
export type { CapacitySource, ForecastSettings } from './assumptions.js';
export type { Histogram } from './histogram.js';
export { forecast, forecasting, ForecastError, type AssumptionsTold, type Forecast, type ForecastWeek, type Spread, type UnitForecast } from './forecast.js';
