namespace TileKit;

/// <summary>One bit; it is not shifted.</summary>
internal sealed class BoolBits : Bits<bool>
{
    public override bool And(bool a, bool b) => a & b;

    public override bool Or(bool a, bool b) => a | b;

    public override bool ShiftLeft(bool a, int count) => throw new NotSupportedException();

    public override bool ShiftRight(bool a, int count) => throw new NotSupportedException();
}
