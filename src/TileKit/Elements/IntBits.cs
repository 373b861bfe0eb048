namespace TileKit;

/// <summary>Thirty-two bits in two's complement; the lowest five bits of a count say how far they shift.</summary>
internal sealed class IntBits : Bits<int>
{
    public override int And(int a, int b) => a & b;

    public override int Or(int a, int b) => a | b;

    public override int ShiftLeft(int a, int count) => a << count;

    public override int ShiftRight(int a, int count) => a >> count;
}
