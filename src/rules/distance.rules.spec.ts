import { describe, expect, it } from '@jest/globals';
import { distanceKm, greatCircleKm, isFarWay } from './distance.rules.js';

const dienBienPhu = { latitude: 21.4061, longitude: 103.067 };
const sinThau = { latitude: 22.3799, longitude: 102.293 };

describe('greatCircleKm', () => {
  it('greatCircleKm gives the 134.5 km of data/dien-bien between Sín Thầu and Điện Biên Phủ, both ways', () => {
    expect(greatCircleKm(dienBienPhu, sinThau)).toBeCloseTo(134.5, 1);
    expect(greatCircleKm(sinThau, dienBienPhu)).toBe(greatCircleKm(dienBienPhu, sinThau));
  });

  it('greatCircleKm is nothing to itself and half the earth to the other side', () => {
    expect(greatCircleKm(sinThau, sinThau)).toBe(0);
    const half = greatCircleKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 });
    expect(half).toBeCloseTo(Math.PI * 6371.0088, 6);
  });
});

describe('distanceKm', () => {
  it('distanceKm multiplies the straight line by the factor', () => {
    const straight = greatCircleKm(dienBienPhu, sinThau);
    expect(distanceKm(dienBienPhu, sinThau, { 'placement.distance-factor': 1.5 })).toBe(
      1.5 * straight,
    );
    expect(() => distanceKm(dienBienPhu, sinThau, {})).toThrow(/placement\.distance-factor/);
  });
});

describe('isFarWay', () => {
  it('isFarWay begins at the limit itself', () => {
    const parameters = { 'distance.far-km': 30 };
    expect([29.99, 30, 31].map((km) => isFarWay(km, parameters))).toEqual([false, true, true]);
  });
});
