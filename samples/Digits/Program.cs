using Digits;
using TileKit;

const int KeyCount = 1500;
const float Beta = 50;
const double Tolerance = 1e-4;

// Classification without training: every known digit votes for its label, the more the closer it is to the query.
var digits = DigitSet.Load();
var keys = digits.Slice(0, KeyCount);
var queries = digits.Slice(KeyCount, digits.Count);
var values = keys.OneHot();

using var device = DeviceChoice.Open(args);
if (device is null)
{
    return 2;
}

using var q = device.Upload<float>(queries.Unit, queries.Count, DigitSet.Pixels);
using var k = device.Upload<float>(keys.Unit, keys.Count, DigitSet.Pixels);
using var v = device.Upload<float>(values, keys.Count, DigitSet.Classes);
using var o = device.Allocate<float>(queries.Count, DigitSet.Classes);

DigitAttention.Classify(device, q, k, v, o, Beta);

var votes = new Votes(o.ToArray());
var right = Enumerable.Range(0, queries.Count).ToLookup(row => votes.Predicted(row) == queries.Labels[row]);
Console.WriteLine($"softmax({Beta}·Q·Kᵀ)·V: {queries.Count} handwritten digits asked of {keys.Count} known ones, no training");
Console.WriteLine();
Console.WriteLine(Drawing.Draw(queries, votes, [.. right[true].Take(5)]));
Console.WriteLine(Drawing.Draw(queries, votes, [.. right[false].Take(5)]));

var error = votes.LargestRelativeError(Float64.Classify(queries, keys, values, Beta));
Console.WriteLine($"accuracy                {votes.Accuracy(queries.Labels):F3}");
Console.WriteLine($"largest relative error  {error:0.0e-0} against float64, {(error <= Tolerance ? "within" : "NOT WITHIN")} {Tolerance:0e-0}");
Console.WriteLine();

if (device is not IlgpuDevice { Backend: IlgpuBackend.Debugger })
{
    Speed.Report(queries, keys, values, Beta, device, () =>
    {
        DigitAttention.Classify(device, q, k, v, o, Beta);
        device.Synchronize();
    });
}

// A NaN is not within anything.
return error <= Tolerance ? 0 : 1;
