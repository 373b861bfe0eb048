using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <content>Tensors and views: their properties, loads and stores.</content>
internal sealed partial class ProgramLowering
{
    private Binding LowerProperty(IPropertyReferenceOperation property)
    {
        if (property.Instance is null)
        {
            return Fail(
                Descriptors.UnknownMember, property.Syntax, property.Property.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
                "it is a static property; use a const, or a parameter of launcher and program");
        }

        var name = property.Property.Name;
        switch (KnownTypes.Classify(property.Property.ContainingType))
        {
            case KnownType.Global:
                return property.Property.IsIndexer ? LowerGlobalIndexer(property)
                    : Lower(property.Instance) is GlobalBinding global ? LowerExtent(property, global, name)
                    : Binding.Poison;
            case KnownType.TileView or KnownType.RowVecView or KnownType.ColVecView:
                return property.Property.IsIndexer ? Place(property) is { } place ? Load(property.Syntax, place) : Binding.Poison
                    : Lower(property.Instance) is ViewBinding view ? LowerCount(property, view, name)
                    : Binding.Poison;
            case KnownType.GatherView:
                return Lower(property.Instance) is not GatherBinding gather ? Binding.Poison
                    : property.Property.IsIndexer ? Gather(property, gather)
                    : Map(property.Syntax, Function.CeilDivide, ScalarType.Int, Dimension(property.Syntax, gather.Matrix, Axis.Cols), new IntBinding(gather.Cols));
            case KnownType.Tile or KnownType.ColVec or KnownType.RowVec:
                return Fail(
                    Descriptors.UnknownMember, property.Syntax, Display(property.Property.ContainingType) + "." + (property.Property.IsIndexer ? "this[]" : name),
                    property.Property.IsIndexer ? "an element of a tile has no value of its own in a kernel; use masks, reductions or Subtile" : "write the tunable, extent or constant that the tile was made with");
            default:
                return Fail(
                    Descriptors.UnknownMember, property.Syntax, property.Property.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
                    "it is not part of the language");
        }
    }

    private Binding LowerExtent(IPropertyReferenceOperation property, GlobalBinding global, string name)
    {
        Axis? axis = name switch
        {
            "Batch" => Axis.Batch,
            "Depth" => Axis.Depth,
            "Rows" => Axis.Rows,
            "Cols" => Axis.Cols,
            _ => null,
        };
        return axis switch
        {
            null => Fail(Descriptors.UnknownMember, property.Syntax, "Global." + name, "a tensor has Batch, Depth, Rows and Cols"),
            Axis.Batch or Axis.Depth when global.IsOneMatrix => IntBinding.Constant(1),
            { } known => Dimension(property.Syntax, global.Matrix, known),
        };
    }

    private Binding Dimension(SyntaxNode at, Matrix matrix, Axis axis) =>
        Emit(at, ScalarType.Int, (site, result) => new DimensionOp(site, result, matrix, axis));

    // How many tiles or vectors: the last one may be partial.
    private Binding LowerCount(IPropertyReferenceOperation property, ViewBinding view, string name) => (name, view.Kind) switch
    {
        ("Rows", WindowKind.Tile) => Count(property.Syntax, view, Axis.Rows),
        ("Cols", WindowKind.Tile) or ("Count", WindowKind.RowVec or WindowKind.ColVec) => Count(property.Syntax, view, Axis.Cols),
        _ => Fail(Descriptors.UnknownMember, property.Syntax, "the view's " + name, "a tile view has Rows and Cols, a vector view has Count"),
    };

    private Binding Count(SyntaxNode at, ViewBinding view, Axis axis)
    {
        var size = axis == Axis.Rows || view.Kind == WindowKind.ColVec ? view.Rows : view.Cols;
        return Map(at, Function.CeilDivide, ScalarType.Int, Dimension(at, view.Matrix, axis), new IntBinding(size));
    }

    private Binding LowerGlobalIndexer(IPropertyReferenceOperation property)
    {
        if (Lower(property.Instance!) is not GlobalBinding global)
        {
            return Binding.Poison;
        }

        var indices = Indices(property);
        if (indices.Length == 2 && global.IsOneMatrix)
        {
            return Fail(Descriptors.MatrixOfMatrix, property.Syntax, property.Instance!.Syntax.ToString());
        }

        if (!inGrid && indices.Length == 1)
        {
            return Fail(Descriptors.OutsideGrid, property.Syntax, "A read of a tensor's element", "");
        }

        // the first matrix needs no check that it is there
        if (indices is [IntBinding { Dim.ConstantValue: 0 }, IntBinding { Dim.ConstantValue: 0 }])
        {
            return global with { IsOneMatrix = true };
        }

        return MaterializeAll(indices, property.Syntax) switch
        {
            [var batch, var depth] => global with { Matrix = global.Matrix with { Batch = batch, Depth = depth }, IsOneMatrix = true },
            [var col] => LoadScalar(property.Syntax, global, null, col),
            _ => Binding.Poison,
        };
    }

    /// <summary>What <c>view[...]</c> stands for, or null after a report.</summary>
    private Window? Place(IPropertyReferenceOperation indexer)
    {
        if (indexer.Instance is null || Lower(indexer.Instance) is not ViewBinding view)
        {
            return null;
        }

        var indices = Indices(indexer);
        if (!inGrid)
        {
            Fail(Descriptors.OutsideGrid, indexer.Syntax, "A load or store", "");
            return null;
        }

        // A vector view's single index walks row 0.
        return MaterializeAll(indices.Length == 1 ? [IntBinding.Constant(0), indices[0]] : indices, indexer.Syntax) is [var row, var col]
            ? new Window(view.Matrix, view.Kind, view.Rows, view.Cols, row, col)
            : null;
    }

    private Binding[] Indices(IPropertyReferenceOperation property)
    {
        var indices = new Binding[property.Arguments.Length];
        foreach (var argument in property.Arguments)
        {
            indices[argument.Parameter?.Ordinal ?? 0] = Lower(argument.Value);
        }

        return indices;
    }

    private Binding Load(SyntaxNode at, Window window)
    {
        var element = tensors[window.Matrix.Tensor].Element;
        IrType type = window.Kind switch
        {
            WindowKind.RowVec => new RowVecType(element, window.Cols),
            WindowKind.ColVec => new ColVecType(element, window.Rows),
            _ => new TileType(element, window.Rows, window.Cols),
        };
        return Emit(at, type, (site, result) => new LoadOp(site, result, window));
    }

    private Binding Store(IPropertyReferenceOperation target, Binding value)
    {
        if (KnownTypes.Classify(target.Property.ContainingType) is not (KnownType.TileView or KnownType.RowVecView or KnownType.ColVecView))
        {
            return FailUnsupported(target.Syntax, ("assignment to '" + target.Syntax + "'", "assign to a local, or to a view's indexer"));
        }

        return Place(target) is { } window ? Store(target.Syntax, window, value) : Binding.Poison;
    }

    private Binding Store(SyntaxNode at, Window window, Binding value)
    {
        if (!CanWrite(window.Matrix.Tensor, at))
        {
            return Binding.Poison;
        }

        if (Materialize(value, at) is { } stored)
        {
            builder.Add(new StoreOp(context.Sites.Add(at), window, stored));
        }

        return value;
    }

    // a span that is only read cannot be an output
    private bool CanWrite(int tensor, SyntaxNode at)
    {
        var name = tensors[tensor].Name;
        if (signature.Launcher.Parameters.FirstOrDefault(p => p.Name == name) is not { Kind: LauncherParameterKind.ReadOnlyTensorSpan })
        {
            return true;
        }

        Fail(Descriptors.ReadOnlyOutput, at, name, signature.Launcher.Name);
        return false;
    }
}
