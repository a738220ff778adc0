// Solves one instance with LEMON's NetworkSimplex or CostScaling and prints a line of JSON (seconds are of the processor).
// Build: g++ -O3 -o lemon lemon.cpp   (Debian: apt-get install liblemon-dev g++)
// Call:  lemon FILE simplex|scaling RUNS   where FILE is written by bench/placement/peer-file.ts (binary)
//        or ends in .min (DIMACS).
#include <lemon/cost_scaling.h>
#include <lemon/dimacs.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using Graph = lemon::StaticDigraph;
using Value = long long;

struct Instance {
  int nodes = 0;
  std::vector<std::pair<int, int>> ends;
  std::vector<Value> supply, lower, capacity, cost;
};

static std::vector<int32_t> column(std::ifstream &in, size_t count) {
  std::vector<int32_t> values(count);
  in.read(reinterpret_cast<char *>(values.data()), count * sizeof(int32_t));
  return values;
}

// Value's largest number means "no limit" to both algorithms.
static const Value kUnbounded = std::numeric_limits<Value>::max();

static Instance readBinary(const char *path) {
  std::ifstream in(path, std::ios::binary);
  const auto counts = column(in, 2);
  Instance instance;
  instance.nodes = counts[0];
  const size_t arcs = counts[1];
  const auto supply = column(in, counts[0]);
  instance.supply.assign(supply.begin(), supply.end());
  {
    const auto tail = column(in, arcs), head = column(in, arcs);
    for (size_t a = 0; a < arcs; a++) instance.ends.push_back({tail[a], head[a]});
  }
  for (const int32_t most : column(in, arcs)) instance.capacity.push_back(most < 0 ? kUnbounded : most);
  const auto cost = column(in, arcs);
  instance.cost.assign(cost.begin(), cost.end());
  instance.lower.assign(arcs, 0);
  return instance;
}

// A reader of our own: LEMON's sends everything through streams, which is not what is measured.
static Instance readDimacs(const char *path) {
  FILE *in = fopen(path, "r");
  char line[256];
  Instance instance;
  while (fgets(line, sizeof line, in)) {
    long long a, b, lower, most, cost;
    if (sscanf(line, "p min %lld %lld", &a, &b) == 2) {
      instance.nodes = a;
      instance.supply.assign(a, 0);
    } else if (sscanf(line, "n %lld %lld", &a, &b) == 2) {
      instance.supply[a - 1] = b;
    } else if (sscanf(line, "a %lld %lld %lld %lld %lld", &a, &b, &lower, &most, &cost) == 5) {
      instance.ends.push_back({int(a - 1), int(b - 1)});
      instance.lower.push_back(lower);
      instance.capacity.push_back(most);
      instance.cost.push_back(cost);
    }
  }
  fclose(in);
  return instance;
}

// StaticDigraph wants its arcs by tail.
static void sortByTail(Instance &instance) {
  const size_t arcs = instance.ends.size();
  std::vector<uint32_t> order(arcs);
  for (size_t a = 0; a < arcs; a++) order[a] = a;
  std::stable_sort(order.begin(), order.end(), [&](uint32_t x, uint32_t y) {
    return instance.ends[x].first < instance.ends[y].first;
  });
  const auto permute = [&](auto &values) {
    auto sorted = values;
    for (size_t a = 0; a < arcs; a++) sorted[a] = values[order[a]];
    values.swap(sorted);
  };
  permute(instance.ends);
  permute(instance.lower);
  permute(instance.capacity);
  permute(instance.cost);
}

template <typename Algorithm>
static int solve(Instance &instance, int runs) {
  Graph graph;
  graph.build(instance.nodes, instance.ends.begin(), instance.ends.end());
  instance.ends.clear();
  instance.ends.shrink_to_fit();
  Graph::ArcMap<Value> lower(graph), capacity(graph), cost(graph);
  Graph::NodeMap<Value> supply(graph);
  for (int a = 0; a < graph.arcNum(); a++) {
    lower[graph.arc(a)] = instance.lower[a];
    capacity[graph.arc(a)] = instance.capacity[a];
    cost[graph.arc(a)] = instance.cost[a];
  }
  for (int n = 0; n < instance.nodes; n++) supply[graph.node(n)] = instance.supply[n];
  instance = Instance();
  Value objective = 0;
  bool optimal = false;
  printf("{\"seconds\":[");
  for (int run = 0; run < runs; run++) {
    Algorithm algorithm(graph);
    algorithm.lowerMap(lower).upperMap(capacity).costMap(cost).supplyMap(supply);
    const clock_t from = clock();
    optimal = algorithm.run() == Algorithm::OPTIMAL;
    const double took = double(clock() - from) / CLOCKS_PER_SEC;
    if (optimal) objective = algorithm.template totalCost<Value>();
    printf("%s%.6f", run ? "," : "", took);
  }
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("],\"optimal\":%s,\"objective\":%lld,\"peakMemoryMb\":%ld}\n", optimal ? "true" : "false",
         objective, usage.ru_maxrss / 1024);
  return 0;
}

int main(int count, char **words) {
  if (count != 4) return 2;
  const std::string path = words[1];
  const bool isDimacs = path.size() > 4 && path.substr(path.size() - 4) == ".min";
  Instance instance = isDimacs ? readDimacs(words[1]) : readBinary(words[1]);
  sortByTail(instance);
  const int runs = atoi(words[3]);
  if (strcmp(words[2], "simplex") == 0)
    return solve<lemon::NetworkSimplex<Graph, Value, Value>>(instance, runs);
  return solve<lemon::CostScaling<Graph, Value, Value>>(instance, runs);
}
