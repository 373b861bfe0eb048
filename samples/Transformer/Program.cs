using TileKit;
using Transformer;

var sizes = new Sizes();
var weights = new Weights(sizes);
using Device device = args.Contains("--ilgpu") ? IlgpuDevice.Create() : new CpuDevice(Environment.ProcessorCount);
using var block = new DecoderBlock(device, sizes, weights);
using var x = device.Upload(weights["x"].Data, weights["x"].Shape);

Console.WriteLine($"A decoder block on {device}: {sizes.Sequence} tokens of {sizes.Width}, {sizes.QueryHeads}/{sizes.KeyHeads} heads of {sizes.HeadSize}, top {sizes.Choices} of {sizes.Experts} experts.");
var result = block.Forward(x).ToArray();
var expected = new Float64Block(sizes, weights).Forward([.. weights["x"].Data.Select(v => (double)v)]);
var scale = Math.Sqrt(expected.Average(v => v * v));
var error = result.Zip(expected, (a, b) => Math.Abs(a - b)).Max() / scale;
Console.WriteLine($"Largest difference from float64: {error:e1} of the root mean square.");

const int runs = 20;
var before = block.Seconds.ToDictionary();
for (var run = 0; run < runs; run++)
    block.Forward(x);

foreach (var (part, seconds) in block.Seconds.Where(p => p.Value > before[p.Key]))
    Console.WriteLine($"  {part,-18} {(seconds - before[part]) / runs * 1e3,7:f2} ms");
Console.WriteLine($"  {"all",-18} {(block.Seconds.Values.Sum() - before.Values.Sum()) / runs * 1e3,7:f2} ms");
return error < 1e-4 ? 0 : 1;
