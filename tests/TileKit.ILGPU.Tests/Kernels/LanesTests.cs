using System.Reflection;
using System.Text.RegularExpressions;

namespace TileKit.Ilgpu.Tests.Kernels;

/// <summary>Every function over lanes is the function over one value, lane by lane: found by reflection, so a new one is covered at once.</summary>
public class LanesTests
{
    private static readonly string[] Reductions = ["Sum", "Prod", "Maximum", "Minimum"];

    private readonly Random _random = new(5);

    public static TheoryData<Type> Widths =>
    [
        typeof(Float2), typeof(Float4), typeof(Float16),
        typeof(Int2), typeof(Int4), typeof(Int16),
        typeof(Bool2), typeof(Bool4), typeof(Bool16),
    ];

    public static TheoryData<string> Functions =>
        [.. typeof(Lanes).GetMethods().Where(m => m.IsStatic && m.GetParameters().Any(p => IsLanes(p.ParameterType))).Select(m => m.ToString()!)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_of_lanes_is_that_of_each_lane(string signature)
    {
        var function = typeof(Lanes).GetMethods().Single(m => m.ToString() == signature);
        if (Reductions.Contains(function.Name))
        {
            return;
        }

        var parameters = function.GetParameters().Select(p => p.ParameterType).ToArray();
        var ofOne = typeof(Lanes).GetMethod(function.Name, [.. parameters.Select(Element)])!;
        for (var repetition = 0; repetition < 50; repetition++)
        {
            var arguments = parameters.Select(Value).ToArray();
            var result = function.Invoke(null, arguments)!;
            for (var lane = 0; lane < Count(function.ReturnType); lane++)
            {
                var want = ofOne.Invoke(null, [.. arguments.Select(a => Lane(a, lane))]);
                Assert.Equal(want, Lane(result, lane));
            }
        }
    }

    [Theory]
    [InlineData(typeof(Lanes))]
    [InlineData(typeof(Atomics))]
    [InlineData(typeof(F32))]
    [InlineData(typeof(I32))]
    [InlineData(typeof(I8))]
    [InlineData(typeof(U16))]
    [InlineData(typeof(F16))]
    [InlineData(typeof(BF16))]
    [InlineData(typeof(Float4))]
    [InlineData(typeof(Int4))]
    [InlineData(typeof(Bool4))]
    public void What_four_lanes_have_two_and_sixteen_have(Type type)
    {
        // quads are read from by four lanes and by sixteen alike
        var functions = type.GetMethods().Where(m => m.IsStatic && m.Name != "Quads" && m.GetParameters().All(p => p.Name != "quads"));
        foreach (var lanes in new[] { "2", "16" })
        {
            var other = type.Assembly.GetType(OfWidth(type.FullName!, lanes), throwOnError: true)!;
            var signatures = other.GetMethods().Select(m => m.ToString()).ToHashSet();
            Assert.All(functions, m => Assert.Contains(OfWidth(m.ToString()!, lanes), signatures));
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void An_operator_is_that_of_each_lane(Type lanes)
    {
        foreach (var function in lanes.GetMethods().Where(m => m.IsSpecialName))
        {
            var arguments = function.GetParameters().Select(p => Value(p.ParameterType)).ToArray();
            var result = function.Invoke(null, arguments)!;
            for (var lane = 0; lane < Count(lanes); lane++)
            {
                Assert.Equal(OfOne(function.Name, [.. arguments.Select(a => Lane(a, lane))]), Lane(result, lane));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void All_and_From_fill_the_lanes(Type lanes)
    {
        var one = Value(Element(lanes));
        var all = lanes.GetMethod("All")!.Invoke(null, [one])!;
        var from = lanes.GetMethod("From")?.Invoke(null, [40]);
        for (var lane = 0; lane < Count(lanes); lane++)
        {
            Assert.Equal(one, Lane(all, lane));
            if (from is not null)
            {
                Assert.Equal(40 + lane, Lane(from, lane));
            }
        }
    }

    [Fact]
    public void Reductions_take_every_lane()
    {
        var x = Float16.All(1f);
        x.V0 = 5f;
        x.V15 = 3f;
        x.V7 = -2f;
        Assert.Equal((19f, -30f, 5f, -2f), (Lanes.Sum(x), Lanes.Prod(x), Lanes.Maximum(x), Lanes.Minimum(x)));

        var n = Int16.From(1);
        Assert.Equal((136, 16, 1), (Lanes.Sum(n), Lanes.Maximum(n), Lanes.Minimum(n)));
        Assert.Equal(2004189184, Lanes.Prod(n)); // 16! modulo 2³²

        var two = Int2.From(6);
        Assert.Equal((13, 42, 7, 6), (Lanes.Sum(two), Lanes.Prod(two), Lanes.Maximum(two), Lanes.Minimum(two)));

        var floats = new Float2 { V0 = -2f, V1 = 1.5f };
        Assert.Equal((-0.5f, -3f, 1.5f, -2f), (Lanes.Sum(floats), Lanes.Prod(floats), Lanes.Maximum(floats), Lanes.Minimum(floats)));

        var four = Int4.From(2);
        Assert.Equal((14, 120, 5, 2), (Lanes.Sum(four), Lanes.Prod(four), Lanes.Maximum(four), Lanes.Minimum(four)));

        var nan = Float4.All(1f);
        nan.V2 = float.NaN;
        Assert.True(float.IsNaN(Lanes.Maximum(nan)) && float.IsNaN(Lanes.Minimum(nan)));

        floats.V1 = float.NaN;
        Assert.True(float.IsNaN(Lanes.Maximum(floats)) && float.IsNaN(Lanes.Minimum(floats)));
    }

    private static object OfOne(string name, object[] a) => (name, a) switch
    {
        ("op_Addition", [float x, float y]) => (object)(x + y), // an object, or the ints below would become floats
        ("op_Subtraction", [float x, float y]) => x - y,
        ("op_Multiply", [float x, float y]) => x * y,
        ("op_Division", [float x, float y]) => x / y,
        ("op_UnaryNegation", [float x]) => -x,
        ("op_Addition", [int x, int y]) => unchecked(x + y),
        ("op_Subtraction", [int x, int y]) => unchecked(x - y),
        ("op_Multiply", [int x, int y]) => unchecked(x * y),
        ("op_UnaryNegation", [int x]) => unchecked(-x),
        _ => throw new NotSupportedException(name),
    };

    // Dot4 keeps its name: it is not of lanes
    private static string OfWidth(string signature, string lanes) =>
        Regex.Replace(signature, @"(?<=\b(Float|Int|Bool|Bits|Load|Store|Add))4\b", lanes);

    private static bool IsLanes(Type type) => type.Namespace == typeof(Lanes).Namespace;

    private static int Count(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Instance).Length;

    private static Type Element(Type type) => IsLanes(type) ? type.GetField("V0")!.FieldType : type;

    private static object Lane(object value, int lane) => IsLanes(value.GetType()) ? value.GetType().GetField($"V{lane}")!.GetValue(value)! : value;

    private object Value(Type type)
    {
        if (!IsLanes(type))
        {
            return type == typeof(float) ? (_random.NextSingle() - 0.5f) * 8 : type == typeof(int) ? _random.Next(-200, 200) : _random.Next(2) == 0;
        }

        var value = Activator.CreateInstance(type)!;
        foreach (var field in type.GetFields())
        {
            field.SetValue(value, Value(field.FieldType));
        }

        return value;
    }
}
