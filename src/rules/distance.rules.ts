import { numberOf, type ParameterValues } from './parameters.js';

/** Degrees, WGS 84. */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the earth in km: H. Moritz, Geodetic Reference System 1980, Journal of Geodesy 74, 2000. */
const EARTH_RADIUS_KM = 6371.0088;
const RADIANS_PER_DEGREE = Math.PI / 180;

/**
 * The straight line over the globe between two points, in km.
 *
 * @source haversine formula: R. W. Sinnott, Virtues of the Haversine, Sky and Telescope 68, 1984
 */
export function greatCircleKm(from: GeoPoint, to: GeoPoint): number {
  const halfLatitude = ((to.latitude - from.latitude) * RADIANS_PER_DEGREE) / 2;
  const halfLongitude = ((to.longitude - from.longitude) * RADIANS_PER_DEGREE) / 2;
  const cosines =
    Math.cos(from.latitude * RADIANS_PER_DEGREE) * Math.cos(to.latitude * RADIANS_PER_DEGREE);
  const haversine = Math.sin(halfLatitude) ** 2 + cosines * Math.sin(halfLongitude) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
}

/** Parameter: what a straight line is multiplied with, because roads are longer. */
export const DISTANCE_FACTOR = 'placement.distance-factor';

/**
 * The distance that placement counts: the straight line times a factor, in km.
 *
 * @source DESIGN "Placement": no road distances are known; the factor is a parameter
 */
export function distanceKm(from: GeoPoint, to: GeoPoint, parameters: ParameterValues): number {
  return greatCircleKm(from, to) * numberOf(parameters, DISTANCE_FACTOR);
}

/**
 * A way from home to the seat counts as far from a number of km on.
 *
 * @param km as `distanceKm` gives it.
 * @source Decision 77/2025/QĐ-UBND of Sơn La, in force from 2025-08-01 (support for housing from 30 km by the shortest
 * road); the parameter `distance.far-km`
 */
export function isFarWay(km: number, parameters: ParameterValues): boolean {
  return km >= numberOf(parameters, 'distance.far-km');
}
