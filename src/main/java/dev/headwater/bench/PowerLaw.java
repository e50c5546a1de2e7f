package dev.headwater.bench;

import java.util.List;

/**
 * Growth of a cost with size as {@code cost = factor * size^exponent}, by ordinary least squares
 * over the logarithms.
 */
public record PowerLaw(double factor, double exponent) {
  /** A size and what it cost; both above 0. */
  public record Point(double size, double cost) {}

  /** The fit; of fewer than two different sizes there is none. */
  public static PowerLaw of(List<Point> points) {
    double meanX = points.stream().mapToDouble(p -> Math.log(p.size())).average().orElse(0);
    double meanY = points.stream().mapToDouble(p -> Math.log(p.cost())).average().orElse(0);
    double covariance = 0;
    double variance = 0;
    for (Point point : points) {
      double x = Math.log(point.size()) - meanX;
      covariance += x * (Math.log(point.cost()) - meanY);
      variance += x * x;
    }
    double exponent = variance == 0 ? Double.NaN : covariance / variance;
    return new PowerLaw(Math.exp(meanY - exponent * meanX), exponent);
  }
}
