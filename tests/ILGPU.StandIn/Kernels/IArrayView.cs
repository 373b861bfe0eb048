namespace ILGPU;

/// <summary>A view of memory.</summary>
public interface IArrayView;

/// <summary>A view of elements of one type.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IArrayView<T> : IArrayView
    where T : unmanaged;

/// <summary>A view without gaps.</summary>
public interface IContiguousArrayView : IArrayView
{
    /// <summary>The view's bytes.</summary>
    ArrayView<byte> AsRawArrayView();
}

/// <summary>A view without gaps of elements of one type.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IContiguousArrayView<T> : IArrayView<T>, IContiguousArrayView
    where T : unmanaged;
